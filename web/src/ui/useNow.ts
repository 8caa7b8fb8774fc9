import { createSharedComposable, useIntervalFn } from '@vueuse/core';
import { ref } from 'vue';

/** The time, once a second, by one timer for all who ask. */
export const useNow = createSharedComposable(() => {
    const now = ref(Date.now());
    useIntervalFn(() => (now.value = Date.now()), 1000);
    return now;
});
