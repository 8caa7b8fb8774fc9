import vue from 'eslint-plugin-vue';
import typescript from 'typescript-eslint';

export default typescript.config(
    { ignores: ['dist/', 'public/', 'src/api/schema.ts', 'test-results/'] },
    ...typescript.configs.strict,
    ...vue.configs['flat/recommended'],
    {
        files: ['**/*.vue'],
        languageOptions: { parserOptions: { parser: typescript.parser } },
    },
    {
        rules: {
            'vue/html-indent': ['error', 4],
            'vue/max-attributes-per-line': 'off',
            'vue/singleline-html-element-content-newline': 'off',
            'vue/html-self-closing': 'off',
            'vue/no-v-html': 'error',
            'no-eval': 'error',
        },
    },
);
