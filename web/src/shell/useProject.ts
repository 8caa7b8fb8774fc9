import { computed } from 'vue';
import { useRoute } from 'vue-router';
import { useProjects } from '@/api/queries';

/** The project in the address, by its key. */
export function useProject() {
    const route = useRoute();
    const projects = useProjects();
    const key = computed(() => (typeof route.params.project === 'string' ? route.params.project : undefined));
    const project = computed(() => projects.data.value?.find((each) => each.key === key.value));
    const missing = computed(() => projects.isSuccess.value && key.value !== undefined && !project.value);
    return { key, project, missing, projects };
}
