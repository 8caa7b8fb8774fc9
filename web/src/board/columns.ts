import type { Run, Story, StoryStatus } from '@/api/client';

export const COLUMNS: StoryStatus[] = ['BACKLOG', 'READY', 'IN_PROGRESS', 'REVIEW', 'DONE'];

const BY_HAND: Record<StoryStatus, StoryStatus[]> = {
    BACKLOG: ['READY', 'IN_PROGRESS'],
    READY: ['BACKLOG'],
    IN_PROGRESS: ['REVIEW', 'BACKLOG'],
    REVIEW: ['IN_PROGRESS', 'DONE'],
    DONE: ['BACKLOG'],
};

const ON_ITS_WAY = new Set<Run['status']>(['QUEUED', 'RUNNING', 'NEEDS_HUMAN']);

export const onItsWay = (run: Run | undefined): boolean => run !== undefined && ON_ITS_WAY.has(run.status);

/** Where a person may move a story; the server has the last word. */
export function targets(story: Story, run: Run | undefined): StoryStatus[] {
    return onItsWay(run) ? ['BACKLOG'] : BY_HAND[story.status];
}

/** A column's stories in their order. */
export function column(stories: Story[], status: StoryStatus): Story[] {
    return stories.filter((story) => story.status === status).sort((a, b) => a.position - b.position);
}

/** The stories as they will be once one has moved; positions are counted anew in both columns. */
export function moved(stories: Story[], id: string, to: StoryStatus, position: number): Story[] {
    const story = stories.find((each) => each.id === id);
    if (!story) {
        return stories;
    }
    const others = stories.filter((each) => each.id !== id);
    const target = column(others, to);
    target.splice(Math.min(position, target.length), 0, { ...story, status: to });
    const placed = new Map(target.map((each, at) => [each.id, { ...each, position: at }]));
    return [...others.map((each) => placed.get(each.id) ?? each), placed.get(id) ?? story];
}

/** The newest run of each story. */
export function newestRuns(runs: Run[]): Map<string, Run> {
    const newest = new Map<string, Run>();
    for (const run of runs) {
        const known = newest.get(run.story_id);
        if (!known || known.created_at < run.created_at) {
            newest.set(run.story_id, run);
        }
    }
    return newest;
}

/** Whether a story matches what is typed into the filter. */
export function matches(story: Story, words: string): boolean {
    return `${story.key} ${story.title}`.toLocaleLowerCase().includes(words.trim().toLocaleLowerCase());
}
