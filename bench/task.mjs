// The task that every agent does, and the one script of the model that plays it: the next step follows from what the
// conversation already holds, so it is the same for every wire and for every agent's own tools.

const TEST = `import test from 'node:test';
import assert from 'node:assert';
import { sum } from '../src/sum.js';
test('adds two numbers', () => assert.strictEqual(sum(2, 3), 5));
`;
const WRONG = 'export const sum = (a, b) => a - b;\n';
const RIGHT = 'export const sum = (a, b) => a + b;\n';

/** Marks the message that begins a task; a warm process has earlier ones in its conversation. */
export const MARK = 'BENCH-TASK';
export const PROMPT = `${MARK}: write sum(a, b) in src/sum.js with a test in test/sum.test.js, run the tests, commit.`;
export const STORY = { title: `${MARK}: add two numbers`, acceptance_criteria: ['2 and 3 give 5'] };

// The command tells its own time in its output, which comes back in the tool's result: whatever wraps it is the agent's.
const timed = (command) => `t0=$EPOCHREALTIME; ${command}; r=$?; echo "own:$t0:$EPOCHREALTIME"; exit $r`;

/** The milliseconds that commands in this tool result took by their own clock. */
export function ownTime(text) {
    let total = 0;
    for (const [, from, to] of text.matchAll(/own:(\d+\.\d+):(\d+\.\d+)/g)) {
        total += (Number(to) - Number(from)) * 1000;
    }
    return total;
}

const heredoc = (path, content) => `cat > ${path} <<'END'\n${content}END`;
const editor = (names) => ({
    write: (path, content) => ({ name: names.write, input: names.written(path, content) }),
    mend: () => ({ name: names.edit, input: names.edited('src/sum.js', 'a - b', 'a + b') }),
    run: (command) => ({ name: names.shell, input: names.ran(timed(command)) }),
});

const claude = editor({
    write: 'Write',
    written: (file_path, content) => ({ file_path, content }),
    edit: 'Edit',
    edited: (file_path, old_string, new_string) => ({ file_path, old_string, new_string }),
    shell: 'Bash',
    ran: (command) => ({ command, description: 'Runs the next step' }),
});
const opencode = editor({
    write: 'write',
    written: (filePath, content) => ({ filePath, content }),
    edit: 'edit',
    edited: (filePath, oldString, newString) => ({ filePath, oldString, newString }),
    shell: 'bash',
    ran: (command) => ({ command, description: 'Runs the next step' }),
});
const ours = editor({
    write: 'write_file',
    written: (path, content) => ({ path, content }),
    edit: 'edit_file',
    edited: (path, old_string, new_string) => ({ path, old_string, new_string }),
    shell: 'run_command',
    ran: (command) => ({ command }),
});
const byShell = (shell, ran) => ({
    write: (path, content) => ({ name: shell, input: ran(timed(`mkdir -p src test; ${heredoc(path, content)}\n`)) }),
    mend: () => ({ name: shell, input: ran(timed(heredoc('src/sum.js', RIGHT) + '\n')) }),
    run: (command) => ({ name: shell, input: ran(timed(command)) }),
});

function toolsOf(offered) {
    if (offered.has('Bash')) return claude;
    if (offered.has('run_command')) return ours;
    if (offered.has('bash')) return opencode;
    if (offered.has('exec_command')) return byShell('exec_command', (cmd) => ({ cmd, yield_time_ms: 10_000 }));
    if (offered.has('shell_command')) return byShell('shell_command', (command) => ({ command }));
    throw new Error(`no known tools among ${[...offered].join(', ')}`);
}

const PLAN = {
    tasks: [
        { type: 'development', title: 'Write sum', description: 'src/sum.js' },
        { type: 'test', title: 'Test sum', description: 'test/sum.test.js' },
        { type: 'documentation', title: 'Describe sum', description: 'Nothing to describe' },
    ],
};

/**
 * What the model answers.
 *
 * @param {{offered: Set<string>, answered: number, system: string, root: string}} asked the names of the tools, how often
 *     this conversation has been answered since the task began, the system's text, and where relative paths begin
 * @returns {{calls: {name: string, input: object}[], text?: string}}
 */
export function answer({ offered, answered, system, root }) {
    if (offered.size === 0) return { calls: [], text: 'Sum' };
    if (offered.has('submit_plan')) return { calls: [{ name: 'submit_plan', input: PLAN }] };
    if (offered.has('submit_review')) return { calls: [{ name: 'submit_review', input: { verdict: 'approve', findings: [] } }] };
    const finish = { calls: [{ name: 'finish', input: { summary: 'done' } }] };
    if (offered.has('finish') && !system.includes('You are code_generator')) return finish;
    const tools = toolsOf(offered);
    const steps = [
        () => [tools.write(root + 'src/sum.js', WRONG), tools.write(root + 'test/sum.test.js', TEST)],
        () => [tools.run('node --test')],
        () => [tools.mend()],
        () => [tools.run('node --test')],
        () => [tools.run('git add -A && git commit -qm "Add two numbers"')],
    ];
    // Our platform commits itself, once its own gates are green.
    if (offered.has('finish') && answered === 4) return finish;
    return answered < steps.length ? { calls: steps[answered]() } : { calls: [], text: 'Done.' };
}
