// The peers, each driven as its own documentation says. A contender has a label, `run(directory)` that does the task there
// and `close()`; what `run` does before it starts its own watch is not counted.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { PROMPT } from './task.mjs';

const modules = new URL('.peers/node_modules/', import.meta.url).pathname;
// The platforms' binaries themselves: npm's wrappers cost a start of node, and their postinstall may be blocked.
const arch = process.arch === 'arm64' ? 'arm64' : 'x64';
const triple = { x64: 'x86_64', arm64: 'aarch64' }[arch] + '-unknown-linux-musl';
const binaries = {
    claude: join(modules, `@anthropic-ai/claude-code-linux-${arch}/claude`),
    codex: join(modules, `@openai/codex-linux-${arch}/vendor/${triple}/bin/codex`),
    opencode: join(modules, `opencode-linux-${arch}/bin/opencode`),
};

export const versions = () => Object.entries(binaries).map(([name, binary]) =>
    name + ' ' + execFileSync(binary, ['--version'], { encoding: 'utf8' }).match(/\d+\.\d+\.\d+/)[0]);

const git = (directory, ...args) => execFileSync('git', ['-C', directory, ...args], { stdio: 'pipe', encoding: 'utf8' });

/** A Node repository with one commit; laid anew into a directory that a warm process keeps open. */
function fresh(directory) {
    for (const each of ['.git', 'src', 'test']) rmSync(join(directory, each), { recursive: true, force: true });
    mkdirSync(join(directory, 'src'));
    mkdirSync(join(directory, 'test'));
    writeFileSync(join(directory, 'package.json'), '{ "type": "module", "scripts": { "test": "node --test" } }\n');
    git(directory, 'init', '-q', '-b', 'main');
    git(directory, 'config', 'user.name', 'Bench');
    git(directory, 'config', 'user.email', 'bench@example.com');
    git(directory, 'add', '-A');
    git(directory, 'commit', '-qm', 'Begin');
}

const committed = (directory) => git(directory, 'rev-list', '--count', 'main').trim() === '2';

function environment(home, more) {
    return { PATH: process.env.PATH, HOME: home, SHELL: '/bin/bash', LANG: 'C.UTF-8', NO_PROXY: '*', ...more };
}

/** @returns a contender whose process lives for one task */
function oneShot(label, model, work, { binary, args, env, commits = true }) {
    const home = mkdtempSync(join(work, 'home-'));
    const directory = mkdtempSync(join(work, 'repo-'));
    return {
        label,
        async run() {
            fresh(directory);
            model.begin(directory);
            const began = performance.now();
            const child = spawn(binary, args, { cwd: directory, env: env(home), stdio: ['ignore', 'pipe', 'pipe'] });
            let said = '';
            child.stdout.on('data', (part) => (said += part));
            child.stderr.on('data', (part) => (said += part));
            const code = await new Promise((ended) => child.on('exit', ended));
            const whole = performance.now() - began;
            if (code !== 0 || committed(directory) !== commits) throw new Error(`${label} ended ${code}: ${said.slice(-2000)}`);
            return { whole, asked: model.asked() };
        },
        close() {},
    };
}

const claudeEnvironment = (model) => (home) => environment(home, {
    ANTHROPIC_BASE_URL: model.url,
    ANTHROPIC_API_KEY: 'bench',
    CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
    DISABLE_AUTOUPDATER: '1',
});
const claudeArguments = ['-p', '--model', 'claude-haiku-4-5', '--allowedTools', 'Bash,Write,Edit'];

export const claudeOnce = (model, work) => oneShot('Claude Code, one shot', model, work, {
    binary: binaries.claude,
    args: [...claudeArguments, '--', PROMPT],
    env: claudeEnvironment(model),
});

/** One process that is told task after task over its standard input. */
export function claudeWarm(model, work) {
    const home = mkdtempSync(join(work, 'home-'));
    const directory = mkdtempSync(join(work, 'repo-'));
    fresh(directory);
    const args = [...claudeArguments, '--input-format', 'stream-json', '--output-format', 'stream-json', '--verbose'];
    const child = spawn(binaries.claude, args, {
        cwd: directory, env: claudeEnvironment(model)(home), stdio: ['pipe', 'pipe', 'inherit'],
    });
    let heard = () => {};
    createInterface({ input: child.stdout }).on('line', (line) => {
        const message = JSON.parse(line);
        if (message.type === 'result') heard(message);
    });
    const say = (text) => new Promise((ended, failed) => {
        heard = (result) => (result.is_error ? failed(new Error(JSON.stringify(result))) : ended());
        child.stdin.write(JSON.stringify({ type: 'user', message: { role: 'user', content: text } }) + '\n');
    });
    return {
        label: 'Claude Code, warm process',
        async run() {
            fresh(directory);
            // Else each task would carry those before it.
            await say('/clear');
            model.begin(directory);
            const began = performance.now();
            await say(PROMPT);
            const whole = performance.now() - began;
            if (!committed(directory)) throw new Error('Claude Code committed nothing');
            return { whole, asked: model.asked() };
        },
        close: () => child.kill(),
    };
}

const codex = (label, sandbox, commits) => (model, work) => {
    const provider = `{ name = "bench", base_url = "${model.url}/v1", wire_api = "responses", request_max_retries = 0 }`;
    return oneShot(label, model, work, {
        binary: binaries.codex,
        args: ['exec', ...sandbox, '-m', 'gpt-5', '-c', `model_providers.bench=${provider}`, '-c', 'model_provider="bench"', PROMPT],
        env: (home) => environment(home, {}),
        commits,
    });
};
export const codexOpen = codex('codex exec, no sandbox', ['--dangerously-bypass-approvals-and-sandbox'], true);
export const codexBoxed = codex('codex exec, workspace-write (cannot commit)', ['--sandbox', 'workspace-write'], false);

function opencodeConfiguration(model) {
    return JSON.stringify({
        $schema: 'https://opencode.ai/config.json',
        autoupdate: false,
        share: 'disabled',
        permission: 'allow',
        model: 'bench/model',
        small_model: 'bench/model',
        provider: {
            bench: {
                npm: '@ai-sdk/anthropic',
                name: 'bench',
                options: { baseURL: `${model.url}/v1`, apiKey: 'bench' },
                models: { model: { name: 'model', tool_call: true, limit: { context: 200_000, output: 8_000 } } },
            },
        },
    });
}
const opencodeEnvironment = (model) => (home) => environment(home, {
    OPENCODE_CONFIG_CONTENT: opencodeConfiguration(model),
    OPENCODE_DISABLE_AUTOUPDATE: '1',
    OPENCODE_DISABLE_MODELS_FETCH: '1',
    OPENCODE_DISABLE_LSP_DOWNLOAD: '1',
    OPENCODE_DISABLE_DEFAULT_PLUGINS: '1',
});

export const opencodeOnce = (model, work) => oneShot('opencode run', model, work, {
    binary: binaries.opencode,
    args: ['run', '-m', 'bench/model', PROMPT],
    env: opencodeEnvironment(model),
});

/** One server; each task is a session of its own in the same directory. */
export function opencodeServe(model, work) {
    const home = mkdtempSync(join(work, 'home-'));
    const directory = mkdtempSync(join(work, 'repo-'));
    fresh(directory);
    const child = spawn(binaries.opencode, ['serve', '--hostname', '127.0.0.1', '--port', '0'], {
        cwd: directory, env: opencodeEnvironment(model)(home), stdio: ['ignore', 'pipe', 'inherit'],
    });
    const listening = new Promise((found) => createInterface({ input: child.stdout }).on('line', (line) => {
        const url = line.match(/http:\/\/\S+/);
        if (url) found(url[0]);
    }));
    const post = async (path, body) => {
        const response = await fetch((await listening) + path, {
            method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body),
        });
        if (!response.ok) throw new Error(`opencode answered ${response.status}: ${await response.text()}`);
        return response.json();
    };
    return {
        label: 'opencode serve',
        async run() {
            fresh(directory);
            const session = await post('/session', {});
            model.begin(directory);
            const began = performance.now();
            await post(`/session/${session.id}/message`, {
                model: { providerID: 'bench', modelID: 'model' }, parts: [{ type: 'text', text: PROMPT }],
            });
            const whole = performance.now() - began;
            if (!committed(directory)) throw new Error('opencode committed nothing');
            return { whole, asked: model.asked() };
        },
        close: () => child.kill(),
    };
}
