import type { TemplateDraft } from "../../api/types";
import { useT } from "../../i18n";
import { Button } from "../../ui/Button";
import { placesOf, withExample, withPlace } from "./drafts";
import { Field } from "./Field";
import { type Flaw, lengthOf } from "./rules";

interface BodyEditorProps {
  label: string;
  hint?: string;
  /** In front of that of each flaw: of a card, its own. */
  path?: string;
  body: string;
  examples: TemplateDraft["examples"];
  most: number;
  rows: number;
  flaws: readonly Flaw[];
  onChange: (more: { body: string } | { examples: TemplateDraft["examples"] }) => void;
}

/** The words of a template or of a card, with an example for each of their places. */
export function BodyEditor(props: BodyEditorProps) {
  const { label, hint, path = "", body, examples, most, rows, flaws, onChange } = props;
  const t = useT();
  return (
    <>
      <Field label={label} path={`${path}body`} flaws={flaws} hint={hint} count={[lengthOf(body), most]}>
        <textarea
          dir="auto"
          rows={rows}
          value={body}
          onChange={(event) => onChange({ body: event.target.value })}
        />
      </Field>
      <Button small onPress={() => onChange({ body: withPlace(body) })}>
        {t("template.addPlace")}
      </Button>
      {placesOf(body).map((name) => (
        <Field
          key={name}
          label={t("template.example", { name })}
          path={`${path}examples[${name}]`}
          flaws={flaws}
        >
          <input
            dir="auto"
            value={examples.find((example) => example.name === name)?.value ?? ""}
            onChange={({ target: { value } }) => onChange({ examples: withExample(examples, name, value) })}
          />
        </Field>
      ))}
    </>
  );
}
