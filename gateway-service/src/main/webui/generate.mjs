// Writes the types of the services' API and of the events, and the views of the inbox, from what is committed beside the
// services: their OpenAPI documents, the events' JSON Schemas, the views in events. `npm run generate`; a test compares.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import openapiTS, { astToString } from "openapi-typescript";

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = join(HERE, "../../../..");
const SERVICES = ["gateway", "conversation", "assignment", "notes", "outbound"];
const CONTRACT = "events/src/main/resources/contract/schemas/";
const VIEWS = "events/src/main/resources/views/views.json";
/** What a browser hears of; the rest is between the services. */
const HEARD = /^(conversation|assignment|note)\./;

const read = (path) => JSON.parse(readFileSync(join(ROOT, path), "utf8"));

/** One name, one meaning: else a type would depend on who is asked first. */
function add(schemas, more, from) {
  for (const [name, schema] of Object.entries(more)) {
    if (name in schemas && !isDeepStrictEqual(schemas[name], schema))
      throw new Error(`${name} means one thing elsewhere and another in ${from}`);
    schemas[name] = schema;
  }
}

/** Kinds that are told apart by a word may grow. TypeScript has no "any other word", so it knows those that there are. */
function known(node) {
  if (Array.isArray(node)) return node.map(known);
  if (typeof node !== "object" || node === null) return node;
  const isLater = ({ properties = {} }) => Object.values(properties).some((property) => property.not);
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      known(key === "anyOf" ? value.filter((alternative) => !isLater(alternative)) : value),
    ]),
  );
}

async function types(paths, schemas, from) {
  const document = {
    openapi: "3.1.0",
    info: { title: "Centralino", version: "1" },
    paths,
    components: { schemas },
  };
  const made = astToString(await openapiTS(known(document), { alphabetize: true }));
  return `// Made from ${from} by \`npm run generate\`. Not to be edited.\n\n${made}`;
}

function api() {
  const paths = {};
  const schemas = {};
  for (const service of SERVICES) {
    const document = read(`${service}-service/openapi.json`);
    Object.assign(paths, document.paths);
    add(schemas, document.components.schemas, service);
  }
  return types(paths, schemas, "the services' openapi.json");
}

function events() {
  const schemas = {};
  for (const file of readdirSync(join(ROOT, CONTRACT)).sort()) {
    if (!HEARD.test(file)) continue;
    const {
      $schema: _,
      definitions = {},
      title,
      ...event
    } = JSON.parse(
      JSON.stringify(read(CONTRACT + file)).replaceAll("#/definitions/", "#/components/schemas/"),
    );
    add(schemas, { ...definitions, [title]: event }, title);
  }
  return types({}, schemas, "the JSON Schemas of the events");
}

function views() {
  const made = `export const VIEW_DEFINITIONS = ${JSON.stringify(read(VIEWS), null, 2)} as const;\n`;
  return `// Made from views.json in events by \`npm run generate\`. Not to be edited.\n\n${made}`;
}

/** @returns {Promise<Record<string, string>>} what each generated file has to say */
export const made = async () => ({
  "src/api/schema.d.ts": await api(),
  "src/api/events.d.ts": await events(),
  "src/api/views.ts": views(),
});

export const committed = (file) => readFileSync(join(HERE, file), "utf8");

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const [file, text] of Object.entries(await made())) writeFileSync(join(HERE, file), text);
