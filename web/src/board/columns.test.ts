import { describe, expect, it } from 'vitest';
import type { Run, Story } from '@/api/client';
import { column, matches, moved, newestRuns, targets } from './columns';

const story = (id: string, status: Story['status'], position: number): Story =>
    ({ id, status, position, key: `SHOP-${id}`, title: `Story ${id}` }) as Story;
const run = (story_id: string, status: Run['status'], created_at: string): Run =>
    ({ id: created_at, story_id, status, created_at }) as Run;

describe('a move', () => {
    const before = [story('1', 'BACKLOG', 0), story('2', 'BACKLOG', 1), story('3', 'READY', 0)];

    it('puts the story where it was dropped and the others after it', () => {
        const after = moved(before, '1', 'READY', 0);
        expect(column(after, 'READY').map((each) => each.id)).toEqual(['1', '3']);
        expect(column(after, 'BACKLOG').map((each) => each.id)).toEqual(['2']);
    });

    it('within a column changes the order alone', () => {
        expect(column(moved(before, '1', 'BACKLOG', 1), 'BACKLOG').map((each) => each.id)).toEqual(['2', '1']);
    });

    it('leaves what it was given as it was', () => {
        moved(before, '1', 'READY', 0);
        expect(before[0]?.status).toBe('BACKLOG');
    });
});

it('with a run on its way, only the backlog is open', () => {
    expect(targets(story('1', 'IN_PROGRESS', 0), run('1', 'RUNNING', '1'))).toEqual(['BACKLOG']);
    expect(targets(story('1', 'IN_PROGRESS', 0), run('1', 'FAILED', '1'))).toContain('REVIEW');
});

it('of several runs the newest counts', () => {
    const runs = [run('1', 'FAILED', '2026-01-01'), run('1', 'RUNNING', '2026-01-02')];
    expect(newestRuns(runs).get('1')?.status).toBe('RUNNING');
});

it('the filter finds keys and titles in any case', () => {
    expect(matches(story('7', 'BACKLOG', 0), ' shop-7 ')).toBe(true);
    expect(matches(story('7', 'BACKLOG', 0), 'story')).toBe(true);
    expect(matches(story('7', 'BACKLOG', 0), 'login')).toBe(false);
});
