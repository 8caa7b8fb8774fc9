import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

const server = 'http://localhost:9001';

export default defineConfig({
    plugins: [vue()],
    resolve: { alias: { '@': new URL('./src', import.meta.url).pathname } },
    // A data: URL would break the Content-Security-Policy.
    build: { assetsInlineLimit: 0, target: 'es2023', modulePreload: { polyfill: false } },
    define: { __VUE_OPTIONS_API__: false, __INTLIFY_JIT_COMPILATION__: true },
    server: {
        proxy: {
            '/api': server,
            '/apps': server,
            '/ws': { target: server, ws: true },
        },
    },
});
