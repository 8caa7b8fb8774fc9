import { useQuery } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { all, api, body, type Run, type RunEntry } from './client';

const MOST = 200;

/** The names under which the cache keeps what the server said. */
export const keys = {
    me: ['me'],
    projects: ['projects'],
    waiting: ['waiting'],
    stories: (project: string) => ['stories', project],
    tasks: (story: string) => ['tasks', story],
    runs: (project: string) => ['runs', project],
    storyRuns: (story: string) => ['story-runs', story],
    events: (run: string) => ['events', run],
    diff: (run: string) => ['diff', run],
    application: (project: string) => ['application', project],
};

type Id = MaybeRefOrGetter<string | undefined>;

const given = (id: Id) => ({ key: computed(() => toValue(id) ?? ''), enabled: computed(() => Boolean(toValue(id))) });

export function useMe() {
    return useQuery({ queryKey: keys.me, queryFn: () => body(api.GET('/api/v1/me')), staleTime: Infinity });
}

export function useProjects() {
    return useQuery({
        queryKey: keys.projects,
        queryFn: () =>
            all((cursor) => body(api.GET('/api/v1/projects', { params: { query: { limit: MOST, cursor } } }))),
    });
}

export function useStories(project: Id) {
    const { key, enabled } = given(project);
    return useQuery({
        queryKey: computed(() => keys.stories(key.value)),
        enabled,
        queryFn: () =>
            all((cursor) =>
                body(api.GET('/api/v1/stories', { params: { query: { project_id: key.value, limit: MOST, cursor } } })),
            ),
    });
}

export function useTasks(story: Id) {
    const { key, enabled } = given(story);
    return useQuery({
        queryKey: computed(() => keys.tasks(key.value)),
        enabled,
        queryFn: async () =>
            (await body(api.GET('/api/v1/stories/{id}/tasks', { params: { path: { id: key.value } } }))).items,
    });
}

/** The project's newest runs, newest first. */
export function useRuns(project: Id) {
    const { key, enabled } = given(project);
    return useQuery({
        queryKey: computed(() => keys.runs(key.value)),
        enabled,
        queryFn: async (): Promise<Run[]> =>
            (await body(api.GET('/api/v1/runs', { params: { query: { project_id: key.value, limit: MOST } } }))).items,
    });
}

export function useStoryRuns(story: Id) {
    const { key, enabled } = given(story);
    return useQuery({
        queryKey: computed(() => keys.storyRuns(key.value)),
        enabled,
        queryFn: async (): Promise<Run[]> =>
            (await body(api.GET('/api/v1/stories/{story}/runs', { params: { path: { story: key.value } } }))).items,
    });
}

/** Runs that wait for a person, oldest first. */
export function useWaiting() {
    return useQuery({
        queryKey: keys.waiting,
        queryFn: async (): Promise<Run[]> =>
            (await body(api.GET('/api/v1/runs', { params: { query: { status: 'NEEDS_HUMAN', limit: MOST } } }))).items
                .slice()
                .reverse(),
    });
}

export function useEvents(run: Id) {
    const { key, enabled } = given(run);
    return useQuery({
        queryKey: computed(() => keys.events(key.value)),
        enabled,
        queryFn: async (): Promise<RunEntry[]> =>
            (await all((cursor) =>
                body(
                    api.GET('/api/v1/runs/{id}/events', {
                        params: { path: { id: key.value }, query: { limit: MOST, cursor } },
                    }),
                ),
            )) as RunEntry[],
    });
}

export function useDiff(run: Id) {
    const { key, enabled } = given(run);
    return useQuery({
        queryKey: computed(() => keys.diff(key.value)),
        enabled,
        queryFn: () =>
            body(
                api.GET('/api/v1/runs/{id}/diff', {
                    params: { path: { id: key.value } },
                    headers: { Accept: 'application/json' },
                }),
            ),
    });
}

export function useApplication(project: Id) {
    const { key, enabled } = given(project);
    return useQuery({
        queryKey: computed(() => keys.application(key.value)),
        enabled,
        queryFn: () => body(api.GET('/api/v1/projects/{id}/app', { params: { path: { id: key.value } } })),
        // The state of a starting application is not announced.
        refetchInterval: (query) => (query.state.data?.status === 'STARTING' ? 1000 : 15_000),
    });
}
