import { expect, it } from 'vitest';
import type { RunEntry } from '@/api/client';
import { timeline } from './timeline';

let seq = 0;
const entry = (type: string, data: Record<string, unknown>): RunEntry => ({
    id: String(++seq),
    seq,
    type,
    phase: null,
    at: new Date(seq * 1000).toISOString(),
    data,
});

it('each phase is a stretch that ends where the next begins', () => {
    const [generate, lint] = timeline([
        entry('phase_started', { phase: 'GENERATE', attempt: 1 }),
        entry('tool_used', { name: 'write_file', input: { path: 'a.js', content: 'x' }, output: 'done', ok: true }),
        entry('phase_started', { phase: 'LINT', attempt: 1 }),
    ]);
    expect(generate?.phase).toBe('GENERATE');
    expect(generate?.ended).toBe(lint?.begun);
    expect(generate?.items[0]).toMatchObject({ kind: 'tool', target: 'a.js', ok: true });
    expect(lint?.ended).toBeUndefined();
});

it('text is shown, and what only the provider understands is not', () => {
    const content = [{ type: 'opaque', json: '{}' }, { type: 'text', text: 'I will add it.' }, { type: 'text', text: ' ' }];
    const [only] = timeline([entry('phase_started', { phase: 'GENERATE' }), entry('model_answered', { content })]);
    expect(only?.items.map((item) => item.kind === 'text' && item.text)).toEqual(['I will add it.']);
});

it('broken data is shown as far as it can be read', () => {
    const [only] = timeline([entry('tool_used', { name: 7, input: 'none' }), entry('gate', {})]);
    expect(only?.items).toHaveLength(2);
});
