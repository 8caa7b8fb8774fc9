// A model of zero latency behind the two wires that the agents speak, Messages and Responses, with a stopwatch: what lies
// between the end of one answer and the arrival of the next request is the agent's own, less what its commands took.
import { createServer } from 'node:http';
import { MARK, answer, ownTime } from './task.mjs';

const now = () => performance.timeOrigin + performance.now();

export async function startModel() {
    let asked = [];
    const server = createServer((request, response) => {
        const arrived = now();
        const parts = [];
        request.on('data', (part) => parts.push(part));
        request.on('end', () => {
            const raw = Buffer.concat(parts);
            const wire = wires.find((each) => request.method === 'POST' && each.serves(request.url));
            if (!wire) return other(request, response);
            const body = JSON.parse(raw.toString());
            const conversation = wire.read(body);
            const reply = answer({ ...conversation, root: conversation.offered.has('run_command') ? '' : root });
            wire.write(response, body.model, reply);
            asked.push({ arrived, answeredAt: now(), bytes: raw.length, ...conversation });
        });
    });
    let root = '';
    await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
    server.keepAliveTimeout = 600_000;
    return {
        url: `http://127.0.0.1:${server.address().port}`,
        /** Forgets what was asked. @param directory where the next agent's relative paths begin */
        begin(directory) {
            asked = [];
            root = directory ? directory + '/' : '';
        },
        /** The requests of the task so far that offered tools. */
        asked: () => asked.filter((each) => each.offered.size > 0),
        close: () => server.close(),
    };
}

/** The milliseconds between each answer and the next request in one conversation, less those of its own commands. */
export function turns(asked) {
    return asked.slice(1).map((next, index) => next.arrived - asked[index].answeredAt - next.own);
}

function other(request, response) {
    const body = request.url.includes('count_tokens')
        ? { input_tokens: 1 }
        : request.url.includes('/models') ? { data: [], models: [] } : {};
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.end(request.method === 'HEAD' ? undefined : JSON.stringify(body));
}

const texts = (content) => (typeof content === 'string'
    ? content
    : (content ?? []).map((block) => block.text ?? texts(block.content ?? block.output)).join('\n'));
const event = (type, data) => `event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`;
const stream = (response, events) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    response.end(events.join(''));
};

const messages = {
    serves: (url) => url.includes('/messages') && !url.includes('count_tokens'),
    read(body) {
        const begun = body.messages.findLastIndex((each) => each.role === 'user' && texts(each.content).includes(MARK));
        const since = body.messages.slice(begun + 1);
        return {
            offered: new Set((body.tools ?? []).map((tool) => tool.name)),
            answered: since.filter((each) => each.role === 'assistant').length,
            own: ownTime(since.length ? texts(since.at(-1).content) : ''),
            system: texts(body.system),
        };
    },
    write(response, model, { calls, text }) {
        const start = {
            id: `msg_${Date.now()}`, type: 'message', role: 'assistant', model, content: [],
            stop_reason: null, stop_sequence: null,
            usage: { input_tokens: 10, cache_creation_input_tokens: 0, cache_read_input_tokens: 0, output_tokens: 1 },
        };
        const events = [event('message_start', { message: start })];
        const blocks = calls.map((call, index) => [
            { type: 'tool_use', id: `toolu_${index}_${process.hrtime.bigint()}`, name: call.name, input: {} },
            { type: 'input_json_delta', partial_json: JSON.stringify(call.input) },
        ]);
        if (text) blocks.push([{ type: 'text', text: '' }, { type: 'text_delta', text }]);
        blocks.forEach(([content_block, delta], index) => events.push(
            event('content_block_start', { index, content_block }),
            event('content_block_delta', { index, delta }),
            event('content_block_stop', { index }),
        ));
        const delta = { stop_reason: calls.length ? 'tool_use' : 'end_turn', stop_sequence: null };
        events.push(event('message_delta', { delta, usage: { output_tokens: 20 } }), event('message_stop', {}));
        stream(response, events);
    },
};

const responses = {
    serves: (url) => url.includes('/responses'),
    read(body) {
        const begun = body.input.findLastIndex((item) => item.role === 'user' && texts(item.content).includes(MARK));
        const since = body.input.slice(begun + 1);
        const result = since.at(-1)?.output;
        return {
            offered: new Set((body.tools ?? []).map((tool) => tool.name ?? tool.type)),
            // One answer may hold several calls; each of ours for this wire begins a new answer's ids.
            answered: new Set(since.filter((item) => item.call_id && item.type.endsWith('_call'))
                .map((item) => item.call_id.split('-')[0])).size,
            own: ownTime(typeof result === 'string' ? result : texts(result)),
            system: body.instructions ?? '',
        };
    },
    write(response, model, { calls, text }) {
        const id = `resp_${process.hrtime.bigint()}`;
        const events = [event('response.created', { response: { id, model, status: 'in_progress' } })];
        const items = calls.map((call, index) => ({
            type: 'function_call', id: `fc_${id}${index}`, call_id: `${id}-${index}`, name: call.name,
            arguments: JSON.stringify(call.input), status: 'completed',
        }));
        if (text) {
            const content = [{ type: 'output_text', text, annotations: [] }];
            items.push({ type: 'message', id: `m_${id}`, role: 'assistant', status: 'completed', content });
        }
        items.forEach((item, output_index) => events.push(
            event('response.output_item.added', { output_index, item }),
            event('response.output_item.done', { output_index, item }),
        ));
        const usage = {
            input_tokens: 10, input_tokens_details: { cached_tokens: 0 },
            output_tokens: 20, output_tokens_details: { reasoning_tokens: 0 }, total_tokens: 30,
        };
        events.push(event('response.completed', { response: { id, model, status: 'completed', output: items, usage } }));
        stream(response, events);
    },
};

const wires = [messages, responses];
