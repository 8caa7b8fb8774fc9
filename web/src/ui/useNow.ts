import { useIntervalFn } from '@vueuse/core';
import { ref } from 'vue';

/** The time, once a second. */
export function useNow() {
    const now = ref(Date.now());
    useIntervalFn(() => (now.value = Date.now()), 1000);
    return now;
}
