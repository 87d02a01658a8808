// What the types do not see: names that hide others, what is compared loosely, what can never run.
export default [
  {
    files: ['**/src/main/player/**/*.js'],
    languageOptions: { ecmaVersion: 2020, sourceType: 'script' },
    linterOptions: { reportUnusedDisableDirectives: true },
    rules: {
      'array-callback-return': 'error',
      'consistent-return': 'error',
      'constructor-super': 'error',
      'eqeqeq': 'error',
      'for-direction': 'error',
      'no-cond-assign': 'error',
      'no-constant-condition': 'error',
      'no-dupe-else-if': 'error',
      'no-dupe-keys': 'error',
      'no-eval': 'error',
      'no-fallthrough': 'error',
      'no-implied-eval': 'error',
      'no-redeclare': 'error',
      'no-self-assign': 'error',
      'no-self-compare': 'error',
      'no-throw-literal': 'off',
      'no-unreachable': 'error',
      'no-unsafe-finally': 'error',
      'no-unused-expressions': ['error', { allowShortCircuit: true }],
      'no-use-before-define': 'off',
      'no-var': 'error',
      'prefer-const': 'error',
      'use-isnan': 'error',
      'valid-typeof': 'error',
      'no-restricted-properties': ['error', { property: 'innerHTML', message: 'Text is only ever set as text.' }, { property: 'outerHTML', message: 'Text is only ever set as text.' }]
    }
  }
];
