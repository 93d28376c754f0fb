import { readdirSync } from "node:fs";
import hooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

/** Imports point one way: app → features → ui, live → api, i18n, lib. A feature imports no other feature. */
const forbid = (files, groups, message) => ({
  files,
  rules: { "no-restricted-imports": ["error", { patterns: [{ group: groups, message }] }] },
});

export default tseslint.config(
  { ignores: ["dist/", "node_modules/", "src/api/*.d.ts"] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ["eslint.config.js"] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { "react-hooks": hooks },
    rules: {
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/method-signature-style": ["error", "property"],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "no-restricted-syntax": [
        "error",
        {
          selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
          message: "Text becomes nodes, never HTML.",
        },
      ],
    },
  },
  {
    files: ["src/app/**", "src/main.tsx"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            { regex: "features/[^/]+/(?!routes$)", message: "The app knows a feature by its routes only." },
          ],
        },
      ],
    },
  },
  ...readdirSync(new URL("src/features", import.meta.url)).map((feature, _, all) =>
    forbid(
      [`src/features/${feature}/**`],
      ["**/app/*", "**/app", ...all.filter((other) => other !== feature).map((other) => `**/${other}/*`)],
      "A feature knows neither the app around it nor another feature.",
    ),
  ),
  forbid(
    ["src/ui/**"],
    ["**/app/*", "**/features/*", "**/live/*", "**/api/*"],
    "A primitive knows nothing of the product.",
  ),
  // What an entity does is read in one sitting.
  { files: ["src/live/**"], rules: { "max-lines": ["error", 300] } },
  forbid(["src/live/**"], ["**/app/*", "**/features/*", "**/ui/*"], "The live store has no looks."),
  forbid(
    ["src/api/**", "src/lib/**", "src/i18n/**"],
    ["**/app/*", "**/features/*", "**/ui/*", "**/live/*"],
    "Foundation.",
  ),
  { files: ["**/*.js", "**/*.mjs"], ...tseslint.configs.disableTypeChecked },
);
