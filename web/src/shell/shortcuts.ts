import { useEventListener } from '@vueuse/core';

/** Keys that work everywhere but in a field, in the order the help sheet lists them. */
export const SHORTCUTS = [
    { name: 'palette', keys: 'Ctrl K' },
    { name: 'newStory', keys: 'C' },
    { name: 'move', keys: 'M' },
    { name: 'close', keys: 'Esc' },
    { name: 'help', keys: '?' },
] as const;

type Name = (typeof SHORTCUTS)[number]['name'];

const PRESSED: Record<string, Name> = { c: 'newStory', '?': 'help', m: 'move', Escape: 'close' };

function typing(target: EventTarget | null): boolean {
    return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;
}

export function useShortcuts(acts: Partial<Record<Name, (event: KeyboardEvent) => void>>): void {
    useEventListener(window, 'keydown', (event) => {
        if ((event.ctrlKey || event.metaKey) && event.key === 'k') {
            if (acts.palette) {
                event.preventDefault();
                acts.palette(event);
            }
            return;
        }
        const name = PRESSED[event.key];
        if (name && acts[name] && !event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target)) {
            event.preventDefault();
            acts[name](event);
        }
    });
}
