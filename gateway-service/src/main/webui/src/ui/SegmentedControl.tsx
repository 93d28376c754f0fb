import type { LucideIcon } from "lucide-react";
import { Radio, RadioGroup } from "react-aria-components/RadioGroup";
import type { ShortcutName } from "../lib/shortcuts";
import { Icon } from "./Icon";
import { Keys } from "./Kbd";
import styles from "./SegmentedControl.module.css";

interface Segment<T extends string> {
  value: T;
  icon: LucideIcon;
  text: string;
  shortcut: ShortcutName;
}

/** A choice between few, all in sight: radios that look like one control. */
export function SegmentedControl<T extends string>(props: {
  label: string;
  segments: readonly Segment<T>[];
  value: T;
  onChange: (value: T) => void;
}) {
  return (
    <RadioGroup
      className={styles.segments}
      aria-label={props.label}
      orientation="horizontal"
      value={props.value}
      onChange={(value) => props.onChange(value as T)}
    >
      {props.segments.map(({ value, icon, text, shortcut }) => (
        <Radio key={value} value={value} className={styles.segment}>
          <Icon of={icon} size={13} />
          {text}
          <Keys of={shortcut} />
        </Radio>
      ))}
    </RadioGroup>
  );
}
