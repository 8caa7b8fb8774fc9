import type { RunEntry } from '@/api/client';

export type Item =
    | { kind: 'text'; key: string; agent: string; text: string }
    | { kind: 'tool'; key: string; agent: string; name: string; target: string; ok: boolean; ms: number; input: string; output: string }
    | { kind: 'gate'; key: string; ok: boolean; command: string; output: string; tests: Tests | undefined; ms: number }
    | { kind: 'note'; key: string; type: string; bad: boolean; values: Record<string, string> };

export interface Tests {
    passed: number;
    failed: number;
    skipped: number;
}

/** A stretch of work in one phase. */
export interface Stretch {
    key: string;
    phase: string;
    attempt: number;
    begun: string;
    ended: string | undefined;
    items: Item[];
}

/** What people see of a run's history; what only the loop needs is left out. */
export function timeline(entries: RunEntry[]): Stretch[] {
    const stretches: Stretch[] = [];
    for (const entry of entries) {
        if (entry.type === 'phase_started' || stretches.length === 0) {
            const before = stretches.at(-1);
            if (before) {
                before.ended = entry.at;
            }
            stretches.push({
                key: String(entry.seq),
                phase: text(entry.data.phase) || entry.phase || '',
                attempt: Number(entry.data.attempt ?? before?.attempt ?? 1),
                begun: entry.at,
                ended: undefined,
                items: [],
            });
        }
        const current = stretches.at(-1);
        current?.items.push(...items(entry));
        if (current && entry.type === 'run_finished') {
            current.ended = entry.at;
        }
    }
    return stretches.filter((stretch) => stretch.phase !== '' || stretch.items.length > 0);
}

function items({ seq, type, data }: RunEntry): Item[] {
    const key = String(seq);
    const agent = text(data.agent);
    const note = (values: Record<string, string>, bad = false): Item[] => [{ kind: 'note', key, type, bad, values }];
    switch (type) {
        case 'model_answered':
            return blocks(data.content)
                .filter((block) => block.type === 'text' && text(block.text).trim() !== '')
                .map((block, at) => ({ kind: 'text', key: `${key}.${at}`, agent, text: text(block.text) }));
        case 'tool_used':
            return [
                {
                    kind: 'tool',
                    key,
                    agent,
                    name: text(data.name),
                    target: target(data.input),
                    ok: data.ok === true,
                    ms: Number(data.duration_ms ?? 0),
                    input: pretty(data.input),
                    output: text(data.output),
                },
            ];
        case 'gate':
            return [
                {
                    kind: 'gate',
                    key,
                    ok: data.ok === true,
                    command: text(data.command),
                    output: text(data.output),
                    tests: (data.tests as Tests | null) ?? undefined,
                    ms: Number(data.duration_ms ?? 0),
                },
            ];
        case 'reviewed':
            return note({ agent, verdict: data.approved === true ? 'approved' : 'changes', text: findings(data.findings) });
        case 'model_failed':
            return note({ text: text(data.message) }, true);
        case 'question':
            return note({ text: text(data.question) });
        case 'answered':
            return note({ text: text(data.text) });
        case 'help_needed':
            return note({ text: text(data.reason) }, true);
        case 'limit_reached':
            return note({ text: text(data.detail) }, true);
        case 'dependencies_prepared':
            return note({ text: text(data.summary) });
        case 'conflicted':
            return note({ text: blocks(data.paths).join(', ') }, true);
        case 'rebased':
            return note({});
        case 'merged':
            return note({ text: text(data.commit) });
        case 'run_finished':
            return text(data.error) ? note({ text: text(data.error) }, true) : [];
        default:
            return [];
    }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const blocks = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? value : []);

function target(input: unknown): string {
    const given = (typeof input === 'object' && input !== null ? input : {}) as Record<string, unknown>;
    const first = given.path ?? given.command ?? given.pattern ?? given.summary ?? given.verdict ?? given.question;
    return text(first).split('\n')[0] ?? '';
}

const pretty = (input: unknown): string =>
    Object.entries((input ?? {}) as Record<string, unknown>)
        .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
        .join('\n');

const findings = (value: unknown): string =>
    blocks(value)
        .map((each) => `${text(each.severity)} ${text(each.file)}${each.line ? `:${each.line}` : ''} ${text(each.text)}`)
        .join('\n');
