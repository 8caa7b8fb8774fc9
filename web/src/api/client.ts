import createClient from 'openapi-fetch';
import type { components, paths } from './schema';
import { Problem } from './problem';
import { session } from './session';

type Schemas = components['schemas'];
export type Project = Schemas['ProjectAnswer'];
export type Story = Schemas['StoryAnswer'];
export type Task = Schemas['TaskAnswer'];
export type Run = Schemas['RunAnswer'];
export type Application = Schemas['ApplicationAnswer'];
export type FileDiff = Schemas['FileDiff'];
export type Me = Schemas['Me'];
export type StoryStatus = Story['status'];
export type RunEntry = Omit<Schemas['Entry'], 'data'> & { data: Record<string, unknown> };

/** Signs requests, and sends one again with a new token where the old one had run out. */
async function signed(request: Request): Promise<Response> {
    const again = request.clone();
    const first = await fetch(withToken(request)).catch(() => {
        throw Problem.unreachable();
    });
    return first.status === 401 && (await session.renew()) ? fetch(withToken(again)) : first;
}

function withToken(request: Request): Request {
    if (session.token.value) {
        request.headers.set('Authorization', `Bearer ${session.token.value}`);
    }
    return request;
}

export const api = createClient<paths>({ baseUrl: location.origin, fetch: signed });

interface Answer<T> {
    data?: T;
    error?: unknown;
    response: Response;
}

/** The body of a good answer. @throws Problem for any other */
export async function body<T>(asked: Promise<Answer<T>>): Promise<T> {
    const { data, error, response } = await asked;
    if (!response.ok) {
        throw Problem.of(response.status, error);
    }
    return data as T;
}

/** Every page of a list. */
export async function all<T>(
    page: (cursor: string | undefined) => Promise<{ items: T[]; next_cursor?: string | null }>,
): Promise<T[]> {
    const items: T[] = [];
    let cursor: string | undefined;
    do {
        const answer = await page(cursor);
        items.push(...answer.items);
        cursor = answer.next_cursor ?? undefined;
    } while (cursor);
    return items;
}
