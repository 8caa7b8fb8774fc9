import { createRouter, createWebHistory } from 'vue-router';
import { session } from './api/session';

export const router = createRouter({
    history: createWebHistory(),
    routes: [
        { path: '/login', name: 'login', component: () => import('./pages/LoginPage.vue'), meta: { open: true } },
        {
            path: '/',
            component: () => import('./shell/AppShell.vue'),
            children: [
                { path: '', name: 'home', component: () => import('./pages/HomePage.vue') },
                { path: 'new', name: 'new-project', component: () => import('./projects/NewProjectPage.vue') },
                { path: 'needs-you', name: 'needs-you', component: () => import('./pages/NeedsYouPage.vue') },
                {
                    path: 'projects/:project',
                    name: 'board',
                    component: () => import('./board/BoardPage.vue'),
                    children: [
                        {
                            path: 'stories/:story/:tab(story|run|changes)?',
                            name: 'story',
                            component: () => import('./story/StoryPanel.vue'),
                        },
                    ],
                },
                { path: 'projects/:project/runs', name: 'runs', component: () => import('./pages/RunsPage.vue') },
                {
                    path: 'projects/:project/application',
                    name: 'application',
                    component: () => import('./pages/ApplicationPage.vue'),
                },
            ],
        },
        { path: '/:rest(.*)', name: 'not-found', component: () => import('./pages/NotFoundPage.vue'), meta: { open: true } },
    ],
});

router.beforeEach(async (to) => {
    if (to.meta.open || session.token.value) {
        return true;
    }
    const renewed = await session.renew().catch(() => false);
    return renewed || { name: 'login', query: to.path === '/' ? {} : { next: to.fullPath } };
});
