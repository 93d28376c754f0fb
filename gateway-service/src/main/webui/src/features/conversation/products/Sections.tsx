import { Plus } from "lucide-react";
import { useT } from "../../../i18n";
import { Button } from "../../../ui/Button";
import { Icon } from "../../../ui/Icon";
import asking from "../ask/Ask.module.css";
import { Field } from "../ask/Field";
import { type Draft, EMPTY_SECTION, LONGEST, MOST_SECTIONS } from "./drafts";

interface SectionsProps {
  draft: Draft;
  /** Into which one what is chosen goes. */
  now: number;
  onNow: (section: number) => void;
  onChange: (change: Partial<Draft>) => void;
}

/** The sections with their titles. What is chosen goes into the one in which one was last. */
export function Sections({ draft: { sections }, now, onNow, onChange }: SectionsProps) {
  const t = useT();
  const many = sections.length > 1;
  return (
    <>
      {sections.map((section, at) => (
        <div
          key={at}
          className={asking.section}
          aria-current={many && at === now ? "true" : undefined}
          onFocusCapture={() => onNow(at)}
        >
          <Field
            label={t(many ? "products.section" : "products.sectionOptional", { number: at + 1 })}
            value={section.title}
            longest={LONGEST.section}
            onChange={(title) => onChange({ sections: sections.with(at, { ...section, title }) })}
            onRemove={
              many
                ? () => {
                    onNow(0);
                    onChange({ sections: sections.filter((_, other) => other !== at) });
                  }
                : undefined
            }
          />
          {section.products.length > 0 && (
            <small dir="auto">{section.products.map(({ name }) => name).join(", ")}</small>
          )}
        </div>
      ))}
      {sections.length < MOST_SECTIONS && (
        <Button
          small
          onPress={() => {
            onNow(sections.length);
            onChange({ sections: [...sections, EMPTY_SECTION] });
          }}
        >
          <Icon of={Plus} size={14} />
          {t("products.addSection")}
        </Button>
      )}
    </>
  );
}
