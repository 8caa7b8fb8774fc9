import { ref } from 'vue';
import { api, body } from '@/api/client';

/** What the server sends; unknown types are ignored. */
export interface LiveMessage {
    type: string;
    id?: string;
    project_id?: string;
    story_id?: string;
    run_id?: string;
    agent?: string;
    kind?: string;
    text?: string;
    event?: { id: string; seq: number; type: string; phase: string | null; at: string; data: Record<string, unknown> };
}

type Listener = (message: LiveMessage) => void;

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 8_000;

/** Whether news arrives; while it does not, what is shown may be old. */
export const connected = ref(true);

const listeners = new Set<Listener>();
let socket: WebSocket | undefined;
let wanted = false;
let after: string | undefined;
let pause = FIRST_PAUSE_MS;

async function open(): Promise<void> {
    try {
        const { ticket } = await body(api.POST('/api/v1/ws/tickets'));
        const address = new URL('/ws', location.href);
        address.protocol = address.protocol.replace('http', 'ws');
        address.searchParams.set('ticket', ticket);
        socket = new WebSocket(address);
        socket.onopen = greet;
        socket.onmessage = (event) => hear(JSON.parse(String(event.data)));
        socket.onclose = again;
    } catch {
        again();
    }
}

function greet(): void {
    connected.value = true;
    pause = FIRST_PAUSE_MS;
    if (after) {
        socket?.send(JSON.stringify({ type: 'resume', after }));
    } else {
        // What happened between the pages' first reading and now was not heard.
        tellAll({ type: 'reset' });
    }
}

function hear(message: LiveMessage): void {
    if (message.id) {
        after = message.id;
    }
    if (message.type === 'reset') {
        after = undefined;
    }
    tellAll(message);
}

function tellAll(message: LiveMessage): void {
    listeners.forEach((listener) => listener(message));
}

function again(): void {
    if (wanted) {
        connected.value = false;
        setTimeout(open, pause);
        pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    }
}

export const live = {
    start(): void {
        if (!wanted) {
            wanted = true;
            void open();
        }
    },

    stop(): void {
        wanted = false;
        after = undefined;
        socket?.close();
    },

    /** @returns how to stop listening */
    listen(listener: Listener): () => void {
        listeners.add(listener);
        return () => listeners.delete(listener);
    },
};
