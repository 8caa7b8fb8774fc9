// Plataforma E itself: the real server, driven over its API as a person would. Boxes, journal and gates are on.
import { spawn } from 'node:child_process';
import { mkdirSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { STORY } from './task.mjs';

const SETTLED = new Set(['SUCCEEDED', 'FAILED', 'CANCELLED', 'NEEDS_HUMAN']);
const ADMIN = { email: 'bench@example.com', password: 'correct-horse-battery' };

const freePort = () => new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
        const { port } = server.address();
        server.close(() => found(port));
    });
});

async function until(what, found, everyMs = 25, withinMs = 120_000) {
    for (const end = Date.now() + withinMs; Date.now() < end; await pause(everyMs)) {
        const value = await found();
        if (value) return value;
    }
    throw new Error(`waited ${withinMs} ms in vain for ${what}`);
}

export async function ours(model, work) {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const log = join(work, 'server.log');
    const out = openSync(log, 'a');
    mkdirSync(join(work, 'node'), { mode: 0o755 });
    const child = spawn(
        join(process.env.JAVA_HOME, 'bin/java'),
        ['--enable-native-access=ALL-UNNAMED', '-cp', process.env.BENCH_CLASSPATH, 'com.fabricadeagentes.Server'],
        {
            stdio: ['ignore', out, out],
            env: {
                PATH: process.env.PATH,
                PORT: port,
                FACTORY_HOME: join(work, 'data'),
                FACTORY_WORK: join(work, 'node'),
                FACTORY_ADMIN_EMAIL: ADMIN.email,
                FACTORY_ADMIN_PASSWORD: ADMIN.password,
                ACCESS_TOKEN_LIFETIME: '12h',
                ANTHROPIC_BASE_URL: model.url,
                ANTHROPIC_API_KEY: 'bench',
            },
        },
    );
    let token = '';
    async function call(method, path, body) {
        const response = await fetch(url + path, {
            method,
            headers: { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) },
            body: body && JSON.stringify(body),
        });
        const text = await response.text();
        if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
        return JSON.parse(text);
    }
    const get = (path) => call('GET', '/api/v1' + path);
    const post = (path, body) => call('POST', '/api/v1' + path, body);
    await until('the server', async () => {
        if (child.exitCode !== null) throw new Error(`the server ended:\n${readFileSync(log, 'utf8').slice(-4000)}`);
        return fetch(url + '/health/ready').then((response) => response.ok, () => false);
    });
    token = (await post('/auth/login', ADMIN)).access_token;

    async function history(run) {
        const events = [];
        for (let cursor = ''; cursor !== null;) {
            const page = await get(`/runs/${run}/events?limit=200${cursor && '&cursor=' + encodeURIComponent(cursor)}`);
            events.push(...page.items);
            cursor = page.next_cursor;
        }
        return events;
    }

    let projects = 0;
    return {
        label: 'Plataforma E, warm server',
        async run() {
            const project = await post('/projects', { key: `BENCH${++projects}`, name: 'Bench', stack: 'node', merge: 'automatic' });
            const { key } = await post('/stories', { project_id: project.id, ...STORY });
            await until('the plan', async () => (await get(`/stories/${key}`)).planning === 'READY');
            await until('the repository', async () => (await get(`/projects/${project.id}`)).repository.status === 'READY');
            model.begin();
            const began = Date.now();
            await post(`/stories/${key}/move`, { status: 'READY' });
            // The end is the event's own time, so how often one looks does not matter, but looking costs the server.
            const run = await until('the run', async () => {
                const [newest] = (await get(`/stories/${key}/runs`)).items;
                return newest && SETTLED.has(newest.status) && newest;
            }, 50);
            const events = await history(run.id);
            if (run.status !== 'SUCCEEDED') throw new Error(`the run ended ${run.status}: ${run.error}\n${JSON.stringify(events.slice(-6), null, 1)}`);
            const merged = events.find((event) => event.type === 'merged');
            const asked = model.asked();
            const coder = asked.filter((each) => each.system.includes('You are code_generator'));
            return { whole: Date.parse(merged.at) - began, asked: coder, calls: asked.length, steps: steps(began, events) };
        },
        close: () => child.kill(),
    };
}

/** Milliseconds up to each event since the one before, by what happened; those of one name are added up. */
function steps(began, events) {
    const spent = new Map();
    let before = began;
    for (const event of events) {
        const at = Date.parse(event.at);
        const { type, data } = event;
        const name = type === 'tool_used' ? `tool_used ${data.name}`
            : type === 'gate' ? `gate ${data.phase}`
            : type === 'phase_started' ? `phase_started ${data.phase ?? event.phase}`
            : type;
        spent.set(name, (spent.get(name) ?? 0) + at - before);
        before = at;
    }
    return spent;
}
