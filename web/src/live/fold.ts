import type { QueryClient } from '@tanstack/vue-query';
import { reactive } from 'vue';
import { api, body, type Run, type RunEntry, type Story } from '@/api/client';
import { keys } from '@/api/queries';
import type { LiveMessage } from './socket';

/** What a model is saying in an answer that is not complete yet, by run. */
export const saying = reactive(new Map<string, { agent: string; text: string }>());

/** Folds the server's news into the one cache, so that every page shows the same. */
export function folding(queries: QueryClient): (message: LiveMessage) => void {
    const reading = new Map<string, { again: boolean }>();

    /** One request at a time for each thing; news during it lead to one more. */
    async function once(key: string, read: () => Promise<unknown>): Promise<void> {
        const busy = reading.get(key);
        if (busy) {
            busy.again = true;
            return;
        }
        const state = { again: true };
        reading.set(key, state);
        while (state.again) {
            state.again = false;
            await read().catch(() => undefined);
        }
        reading.delete(key);
    }

    async function readStory(id: string): Promise<void> {
        const answer = await api.GET('/api/v1/stories/{id}', { params: { path: { id } } });
        if (answer.data) {
            putStory(queries, answer.data);
        } else if (answer.response.status === 404) {
            queries.setQueriesData<Story[]>({ queryKey: ['stories'] }, (list) => list?.filter((each) => each.id !== id));
        }
        await queries.invalidateQueries({ queryKey: keys.tasks(id) });
    }

    async function readRun(id: string): Promise<void> {
        putRun(queries, await body(api.GET('/api/v1/runs/{id}', { params: { path: { id } } })));
    }

    function append(run: string, entry: RunEntry): void {
        queries.setQueryData<RunEntry[]>(keys.events(run), (known) => {
            const last = known?.at(-1)?.seq ?? 0;
            return known && entry.seq === last + 1 ? [...known, entry] : known;
        });
        const known = queries.getQueryData<RunEntry[]>(keys.events(run));
        if (known && (known.at(-1)?.seq ?? 0) < entry.seq) {
            void queries.invalidateQueries({ queryKey: keys.events(run) });
        }
        if (entry.type === 'model_answered' || entry.type === 'model_failed') {
            saying.delete(run);
        }
        if (entry.type === 'tool_used' || entry.type === 'merged') {
            void queries.invalidateQueries({ queryKey: keys.diff(run), refetchType: 'active' });
        }
    }

    return (message) => {
        switch (message.type) {
            case 'story_update':
            case 'story_changed':
                if (message.story_id) {
                    const id = message.story_id;
                    void once(`story ${id}`, () => readStory(id));
                }
                break;
            case 'project_changed':
                void queries.invalidateQueries({ queryKey: keys.projects });
                break;
            case 'run_event':
                if (message.run_id && message.event) {
                    const id = message.run_id;
                    append(id, message.event as RunEntry);
                    void once(`run ${id}`, () => readRun(id));
                }
                break;
            case 'run_delta':
                if (message.run_id && message.kind === 'text') {
                    const before = saying.get(message.run_id);
                    const text = (before?.agent === message.agent ? before?.text ?? '' : '') + (message.text ?? '');
                    saying.set(message.run_id, { agent: message.agent ?? '', text });
                }
                break;
            case 'reset':
                void queries.invalidateQueries();
                break;
        }
    };
}

/** The newer of two versions of a story wins. */
export function putStory(queries: QueryClient, story: Story): void {
    queries.setQueryData<Story[]>(keys.stories(story.project_id), (list) => {
        if (!list) {
            return list;
        }
        const before = list.find((each) => each.id === story.id);
        if (!before) {
            return [...list, story];
        }
        return before.version > story.version ? list : list.map((each) => (each.id === story.id ? story : each));
    });
}

export function putRun(queries: QueryClient, run: Run): void {
    const put = (list: Run[] | undefined): Run[] | undefined =>
        list && (list.some((each) => each.id === run.id)
            ? list.map((each) => (each.id === run.id ? run : each))
            : [run, ...list]);
    queries.setQueryData<Run[]>(keys.runs(run.project_id), put);
    queries.setQueryData<Run[]>(keys.storyRuns(run.story_id), put);
    queries.setQueryData<Run[]>(keys.waiting, (list) => {
        const others = list?.filter((each) => each.id !== run.id);
        return run.status === 'NEEDS_HUMAN' ? [...(others ?? []), run] : others;
    });
}
