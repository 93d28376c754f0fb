import { useT } from "../../../i18n";
import { Add } from "./Add";
import { Cards } from "./Cards";
import {
  type AskKind,
  type Draft,
  EMPTY_ROW,
  EMPTY_SECTION,
  isPage,
  isTwice,
  LONGEST,
  MOST_BUTTONS,
  MOST_ROWS,
  pointIn,
  rowsIn,
  type Section,
} from "./drafts";
import { Field } from "./Field";
import styles from "./Ask.module.css";

interface FieldsProps {
  kind: AskKind;
  draft: Draft;
  onChange: (change: Partial<Draft>) => void;
}

/** What is to be filled in for one kind. What WhatsApp would not take is said while it is typed. */
export function Fields(props: FieldsProps) {
  const t = useT();
  const { kind, draft, onChange } = props;
  const field = (
    name: "text" | "header" | "footer" | "opens" | "name" | "address",
    label: string,
    longest: number,
  ) => (
    <Field
      label={label}
      value={draft[name]}
      longest={longest}
      onChange={(value) => onChange({ [name]: value })}
    />
  );
  const words = (
    <Field
      label={t("ask.text")}
      value={draft.text}
      longest={LONGEST.text}
      lines
      onChange={(text) => onChange({ text })}
    />
  );
  const lines = (
    <>
      {field("header", t("ask.header"), LONGEST.header)}
      {field("footer", t("ask.footer"), LONGEST.footer)}
    </>
  );
  switch (kind) {
    case "buttons":
      return (
        <>
          {words}
          <Buttons {...props} />
          {lines}
        </>
      );
    case "options":
      return (
        <>
          {words}
          {field("opens", t("ask.opens"), LONGEST.button)}
          <Sections {...props} />
          {lines}
        </>
      );
    case "link":
      return (
        <>
          {words}
          {field("opens", t("ask.opens"), LONGEST.button)}
          <Field
            label={t("ask.url")}
            value={draft.url}
            longest={LONGEST.url}
            wrong={draft.url.trim() !== "" && !isPage(draft.url) ? t("ask.notPage") : undefined}
            placeholder="https://"
            onChange={(url) => onChange({ url })}
          />
          {lines}
        </>
      );
    case "location-request":
      return words;
    case "location":
      return (
        <>
          <Field
            label={t("ask.point")}
            value={draft.point}
            longest={LONGEST.url}
            wrong={draft.point.trim() !== "" && !pointIn(draft.point) ? t("ask.notPoint") : undefined}
            placeholder={t("ask.point.example")}
            onChange={(point) => onChange({ point })}
          />
          {field("name", t("ask.placeName"), LONGEST.name)}
          {field("address", t("ask.address"), LONGEST.address)}
        </>
      );
    case "contacts":
      return <Cards people={draft.people} onChange={(people) => onChange({ people })} />;
  }
}

function Buttons({ draft: { buttons }, onChange }: FieldsProps) {
  const t = useT();
  return (
    <>
      {buttons.map((button, at) => (
        <Field
          key={at}
          label={t("ask.button", { number: at + 1 })}
          value={button}
          longest={LONGEST.button}
          wrong={isTwice(buttons, at) ? t("ask.twice") : undefined}
          onChange={(text) => onChange({ buttons: buttons.with(at, text) })}
          onRemove={
            buttons.length > 1
              ? () => onChange({ buttons: buttons.filter((_, other) => other !== at) })
              : undefined
          }
        />
      ))}
      {buttons.length < MOST_BUTTONS && (
        <Add label={t("ask.addButton")} onAdd={() => onChange({ buttons: [...buttons, ""] })} />
      )}
    </>
  );
}

function Sections({ draft: { sections }, onChange }: FieldsProps) {
  const t = useT();
  const put = (at: number, section: Section | null) =>
    onChange({
      sections: section ? sections.with(at, section) : sections.filter((_, other) => other !== at),
    });
  const full = rowsIn(sections) >= MOST_ROWS;
  return (
    <>
      {sections.map((section, at) => (
        <div key={at} className={styles.section}>
          {sections.length > 1 && (
            <Field
              label={t("ask.section", { number: at + 1 })}
              value={section.title}
              longest={LONGEST.section}
              onChange={(title) => put(at, { ...section, title })}
              onRemove={() => put(at, null)}
            />
          )}
          {section.rows.map((row, place) => {
            const number = place + 1;
            const become = (change: Partial<typeof row>) =>
              put(at, { ...section, rows: section.rows.with(place, { ...row, ...change }) });
            return (
              <div key={place}>
                <Field
                  label={t("ask.row", { number })}
                  value={row.title}
                  longest={LONGEST.row}
                  onChange={(title) => become({ title })}
                  onRemove={
                    section.rows.length > 1
                      ? () =>
                          put(at, { ...section, rows: section.rows.filter((_, other) => other !== place) })
                      : undefined
                  }
                />
                <Field
                  label={t("ask.description", { number })}
                  value={row.description}
                  longest={LONGEST.description}
                  onChange={(description) => become({ description })}
                />
              </div>
            );
          })}
          {!full && (
            <Add
              label={t("ask.addRow")}
              onAdd={() => put(at, { ...section, rows: [...section.rows, EMPTY_ROW] })}
            />
          )}
        </div>
      ))}
      {!full && (
        <Add label={t("ask.addSection")} onAdd={() => onChange({ sections: [...sections, EMPTY_SECTION] })} />
      )}
    </>
  );
}
