// Time from READY to merged commit beside other coding agents: interleaved, on one scripted model of zero latency.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { startModel, turns } from './model.mjs';
import { ours } from './ours.mjs';
import * as peers from './peers.mjs';

const repetitions = Number(process.env.BENCH_REPETITIONS ?? 9);
const warmUps = Number(process.env.BENCH_WARM_UPS ?? 8);
const names = (process.env.BENCH_ONLY ?? 'ours,claudeWarm,claudeOnce,codexOpen,codexBoxed,opencodeServe,opencodeOnce').split(',');
const contenders = { ours, ...peers };

const sorted = (values) => values.toSorted((a, b) => a - b);
const median = (values) => sorted(values)[Math.floor(values.length / 2)];
const spread = (values) => `${Math.round(median(values))} (${Math.round(Math.min(...values))}–${Math.round(Math.max(...values))})`;

const lines = [];
function print(line = '') {
    console.log(line);
    lines.push(line);
}
function table(head, rows) {
    const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column].length)));
    const show = (row) => print(('| ' + row.map((cell, column) => cell.padEnd(widths[column])).join(' | ') + ' |'));
    show(head);
    print('|' + widths.map((width) => '-'.repeat(width + 2)).join('|') + '|');
    rows.forEach(show);
}

const work = mkdtempSync('/var/tmp/bench-');
chmodSync(work, 0o755);
const model = await startModel();
const running = [];
function tidy() {
    running.forEach(({ contender }) => contender.close());
    model.close();
    rmSync(work, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
        tidy();
        process.exit(1);
    });
}
try {
    const load = os.loadavg()[0].toFixed(1);
    print(`${new Date().toISOString()} · ${os.cpus().length} × ${os.cpus()[0].model.trim()} · ${Math.round(os.totalmem() / 2 ** 30)} GiB · Linux ${os.release()} · Node ${process.version} · load ${load}`);
    print(`Peers: ${peers.versions().join(' · ')}; ours: ${execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim()}`);
    print(`${repetitions} interleaved repetitions; medians (min–max) in ms`);
    print();
    for (const name of names) {
        const contender = await contenders[name](model, work);
        running.push({ name, contender, results: [] });
        const runs = name === 'ours' ? warmUps : 2;
        for (let i = 0; i < runs; i++) await contender.run();
    }
    for (let i = 0; i < repetitions; i++) {
        for (const each of running) each.results.push(await each.contender.run());
    }
    report();
    mkdirSync(new URL('results/', import.meta.url), { recursive: true });
    writeFileSync(new URL('results/latest.txt', import.meta.url), lines.join('\n') + '\n');
} finally {
    tidy();
}
process.exit();

function report() {
    const reference = running.find(({ name }) => name === 'claudeWarm');
    const wholes = (each) => each.results.map(({ whole }) => whole);
    table(
        ['agent', 'whole', '× Claude Code warm', 'conversation', 'its commands', 'per turn', 'calls', 'first request, bytes'],
        running.map((each) => [
            each.contender.label,
            spread(wholes(each)),
            reference ? (median(wholes(each)) / median(wholes(reference))).toFixed(2) : '–',
            spread(each.results.map(({ asked }) => asked.at(-1).answeredAt - asked[0].arrived)),
            spread(each.results.map(({ asked }) => asked.reduce((sum, { own }) => sum + own, 0))),
            spread(each.results.map(({ asked }) => median(turns(asked)))),
            String(median(each.results.map(({ asked, calls }) => calls ?? asked.length))),
            String(median(each.results.map(({ asked }) => asked[0].bytes))),
        ]),
    );
    print();
    print("Turns one by one, ms less the commands' own time:");
    print();
    const after = ['write two files', 'red tests', 'mend', 'green tests', 'commit'];
    table(['agent', ...after], running.map((each) => [
        each.contender.label,
        ...after.map((_, turn) => each.results.map(({ asked }) => turns(asked)[turn]).filter((ms) => ms !== undefined))
            .map((values) => (values.length ? spread(values) : '–')),
    ]));
    const mine = running.find(({ name }) => name === 'ours');
    if (!mine) return;
    print();
    print('Where our time goes, ms a run up to each kind of event since the one before:');
    print();
    const kinds = new Set(mine.results.flatMap(({ steps }) => [...steps.keys()]));
    const spent = [...kinds].map((kind) => [kind, mine.results.map(({ steps }) => steps.get(kind) ?? 0)]);
    table(['up to', 'ms'], spent.filter(([, ms]) => median(ms) > 0).map(([kind, ms]) => [kind, spread(ms)]));
    print();
    const target = (what, reached, limit, unit) =>
        print(`${reached <= limit ? 'HIT ' : 'MISS'} ${what}: ${reached.toFixed(2)}${unit}, target at most ${limit}${unit}`);
    if (reference) target('whole', median(wholes(mine)) / median(wholes(reference)), 0.65, ' × Claude Code');
    target('per turn', median(mine.results.map(({ asked }) => median(turns(asked)))), 15, ' ms');
    target('first request', median(mine.results.map(({ asked }) => asked[0].bytes)) / 1000, 15, ' kB');
}
