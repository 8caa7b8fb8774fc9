import '@fontsource-variable/inter/wght.css';
import './styles/tokens.css';
import './styles/base.css';
import './ui/menu.css';
import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query';
import { createApp } from 'vue';
import App from './App.vue';
import { Problem } from './api/problem';
import { i18n } from './i18n';
import { router } from './router';

const queries = new QueryClient({
    defaultOptions: {
        queries: {
            staleTime: 60_000,
            retry: (count, error) => count < 2 && !(error instanceof Problem && error.status >= 400),
        },
    },
});

createApp(App).use(router).use(i18n).use(VueQueryPlugin, { queryClient: queries }).mount('#app');
