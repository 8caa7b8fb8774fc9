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

/** Asks about one thing, once it is known which. */
function useAbout<T>(id: Id, name: (id: string) => string[], read: (id: string) => Promise<T>) {
    const known = computed(() => toValue(id) ?? '');
    return useQuery({
        queryKey: computed(() => name(known.value)),
        enabled: computed(() => known.value !== ''),
        queryFn: () => read(known.value),
    });
}

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

export const useStories = (project: Id) =>
    useAbout(project, keys.stories, (project_id) =>
        all((cursor) => body(api.GET('/api/v1/stories', { params: { query: { project_id, limit: MOST, cursor } } }))),
    );

export const useTasks = (story: Id) =>
    useAbout(story, keys.tasks, async (id) =>
        (await body(api.GET('/api/v1/stories/{id}/tasks', { params: { path: { id } } }))).items,
    );

/** The project's newest runs, newest first. */
export const useRuns = (project: Id) =>
    useAbout(project, keys.runs, async (project_id): Promise<Run[]> =>
        (await body(api.GET('/api/v1/runs', { params: { query: { project_id, limit: MOST } } }))).items,
    );

export const useStoryRuns = (id: Id) =>
    useAbout(id, keys.storyRuns, async (story): Promise<Run[]> =>
        (await body(api.GET('/api/v1/stories/{story}/runs', { params: { path: { story } } }))).items,
    );

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

export const useEvents = (run: Id) =>
    useAbout(run, keys.events, async (id) =>
        (await all((cursor) =>
            body(api.GET('/api/v1/runs/{id}/events', { params: { path: { id }, query: { limit: MOST, cursor } } })),
        )) as RunEntry[],
    );

export const useDiff = (run: Id) =>
    useAbout(run, keys.diff, (id) =>
        body(api.GET('/api/v1/runs/{id}/diff', { params: { path: { id } }, headers: { Accept: 'application/json' } })),
    );

export function useApplication(project: Id) {
    const known = computed(() => toValue(project) ?? '');
    return useQuery({
        queryKey: computed(() => keys.application(known.value)),
        enabled: computed(() => known.value !== ''),
        queryFn: () => body(api.GET('/api/v1/projects/{id}/app', { params: { path: { id: known.value } } })),
        // The state of a starting application is not announced.
        refetchInterval: (query) => (query.state.data?.status === 'STARTING' ? 1000 : 15_000),
    });
}
