import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import {
    draggable,
    dropTargetForElements,
    monitorForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { onUnmounted, ref, watch, type Ref } from 'vue';
import type { StoryStatus } from '@/api/client';

/** Lets a card be dragged. @returns whether it is on its way */
export function useDraggable(element: Ref<HTMLElement | null>, id: () => string): Ref<boolean> {
    const dragging = ref(false);
    bind(element, (card) =>
        combine(
            draggable({
                element: card,
                getInitialData: () => ({ story: id() }),
                onDragStart: () => (dragging.value = true),
                onDrop: () => (dragging.value = false),
            }),
            dropTargetForElements({
                element: card,
                getData: ({ input }) => {
                    const { top, height } = card.getBoundingClientRect();
                    return { before: id(), after: input.clientY > top + height / 2 };
                },
            }),
        ),
    );
    return dragging;
}

/** Makes an element take cards. @returns whether one is held over it */
export function useColumn(
    element: Ref<HTMLElement | null>,
    status: StoryStatus,
    takes: (story: string) => boolean,
): Ref<boolean> {
    const over = ref(false);
    bind(element, (column) =>
        dropTargetForElements({
            element: column,
            getData: () => ({ status }),
            canDrop: ({ source }) => takes(String(source.data.story)),
            onDragEnter: () => (over.value = true),
            onDragLeave: () => (over.value = false),
            onDrop: () => (over.value = false),
        }),
    );
    return over;
}

export interface Drop {
    story: string;
    status: StoryStatus;
    neighbour?: { id: string; after: boolean };
}

/** Hears of every card that is let go over a column. */
export function useDrops(dropped: (drop: Drop) => void): void {
    const stop = monitorForElements({
        onDrop: ({ source, location }) => {
            const { dropTargets } = location.current;
            const column = dropTargets.find((target) => target.data.status);
            const card = dropTargets.find((target) => target.data.before);
            if (column) {
                const neighbour = card && { id: String(card.data.before), after: Boolean(card.data.after) };
                const drop = { story: String(source.data.story), status: column.data.status as StoryStatus };
                dropped(neighbour ? { ...drop, neighbour } : drop);
            }
        },
    });
    onUnmounted(stop);
}

function bind(element: Ref<HTMLElement | null>, make: (element: HTMLElement) => () => void): void {
    let undo: (() => void) | undefined;
    watch(element, (now) => {
        undo?.();
        undo = now ? make(now) : undefined;
    }, { immediate: true, flush: 'post' });
    onUnmounted(() => undo?.());
}
