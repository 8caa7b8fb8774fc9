import { useQueryClient } from '@tanstack/vue-query';
import { useI18n } from 'vue-i18n';
import { api, body, type Story, type StoryStatus } from '@/api/client';
import { keys } from '@/api/queries';
import { putStory } from '@/live/fold';
import { reason, tell } from '@/ui/toasts';
import { moved } from './columns';

/** Moves a story on the screen at once, and back with the server's reason where it may not be. */
export function useMove(announce: (text: string) => void) {
    const queries = useQueryClient();
    const { t } = useI18n();

    return async (story: Story, status: StoryStatus, position: number): Promise<void> => {
        const key = keys.stories(story.project_id);
        await queries.cancelQueries({ queryKey: key });
        const before = queries.getQueryData<Story[]>(key);
        queries.setQueryData<Story[]>(key, (list) => list && moved(list, story.id, status, position));
        try {
            const path = { id: story.id };
            putStory(
                queries,
                await body(api.POST('/api/v1/stories/{id}/move', { params: { path }, body: { status, position } })),
            );
            announce(t('board.moved', { key: story.key, column: t(`columns.${status}`) }));
        } catch (error) {
            queries.setQueryData(key, before);
            const text = t('board.notMoved', { key: story.key, reason: reason(error) });
            tell(text);
            announce(text);
        }
        await queries.invalidateQueries({ queryKey: key });
    };
}
