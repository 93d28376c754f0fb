import type { TemplateDraft } from "../../api/types";
import { useT } from "../../i18n";
import { placesOf } from "./drafts";
import { ExampleFile, isFile } from "./ExampleFile";
import { Field } from "./Field";
import { type Flaw, lengthOf, MOST } from "./rules";

type Header = NonNullable<TemplateDraft["header"]>;
const FORMATS = ["text", "image", "video", "document", "location", "product"] as const;

interface HeaderEditorProps {
  phoneNumberId: string;
  header: Header | undefined;
  flaws: readonly Flaw[];
  onChange: (header: Header | undefined) => void;
}

/** What stands above the text: a line of words, a file, a place, a product, or nothing. */
export function HeaderEditor({ phoneNumberId, header, flaws, onChange }: HeaderEditorProps) {
  const t = useT();
  const format = header?.format;
  return (
    <>
      <Field label={t("template.header")} path="header.format" flaws={flaws} hint={t("template.header.hint")}>
        <select
          value={format ?? ""}
          onChange={({ target: { value } }) =>
            onChange(value ? { format: value as Header["format"] & string } : undefined)
          }
        >
          <option value="">{t("template.header.none")}</option>
          {FORMATS.map((each) => (
            <option key={each} value={each}>
              {t(`template.header.${each}`)}
            </option>
          ))}
        </select>
      </Field>
      {format === "text" && (
        <Field
          label={t("template.header.words")}
          path="header.text"
          flaws={flaws}
          count={[lengthOf(header?.text ?? ""), MOST.line]}
        >
          <input
            dir="auto"
            value={header?.text ?? ""}
            onChange={({ target: { value } }) => onChange({ ...header, text: value })}
          />
        </Field>
      )}
      {placesOf(header?.text ?? "").map((name) => (
        <Field key={name} label={t("template.example", { name })} path="header.example" flaws={flaws}>
          <input
            dir="auto"
            value={header?.example ?? ""}
            onChange={(event) => onChange({ ...header, example: event.target.value })}
          />
        </Field>
      ))}
      {isFile(format) && (
        <ExampleFile
          key={format}
          phoneNumberId={phoneNumberId}
          format={format}
          handle={header?.handle}
          wanted={flaws.some(({ path }) => path === "header.handle")}
          onChange={(handle) => onChange({ format, handle })}
        />
      )}
      {(format === "location" || format === "product") && (
        <small>{t(`template.header.${format}.hint`)}</small>
      )}
    </>
  );
}
