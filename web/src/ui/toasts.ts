import { ref } from 'vue';
import { Problem } from '@/api/problem';
import { i18n } from '@/i18n';

export interface Toast {
    id: number;
    text: string;
    bad: boolean;
    undo?: () => void;
}

const LASTS_MS = 10_000;
let last = 0;

export const toasts = ref<Toast[]>([]);

export function dismiss(id: number): void {
    toasts.value = toasts.value.filter((toast) => toast.id !== id);
}

function show(toast: Omit<Toast, 'id'>): void {
    const id = ++last;
    toasts.value = [...toasts.value.slice(-3), { ...toast, id }];
    setTimeout(() => dismiss(id), LASTS_MS);
}

/** Says what happened, with a way back where there is one. */
export function tell(text: string, undo?: () => void): void {
    show(undo ? { text, undo, bad: false } : { text, bad: false });
}

/** What went wrong, in a reader's words. */
export function reason(error: unknown): string {
    const { t } = i18n.global;
    if (error instanceof Problem) {
        const fields = error.errors.map((each) => `${each.field}: ${each.message}`).join('; ');
        return error.status === 0 ? t('common.unreachable') : fields || error.detail;
    }
    return t('common.failed');
}

export function complain(error: unknown): void {
    show({ text: reason(error), bad: true });
}
