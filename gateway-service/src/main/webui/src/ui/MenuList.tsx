import { Check } from "lucide-react";
import { Fragment, type ReactNode } from "react";
import { Header } from "react-aria-components/Header";
import { Menu as AriaMenu, MenuItem, MenuSection } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { Separator } from "react-aria-components/Separator";
import { Icon } from "./Icon";
import type { MenuGroup, OpenMenu } from "./Menu";
import styles from "./Menu.module.css";

interface MenuListProps extends OpenMenu {
  head?: ReactNode;
  groups: readonly MenuGroup[];
}

/** The open menu, beside its button. */
export function MenuList({ label, trigger, placement, focus, head, groups, onClose }: MenuListProps) {
  return (
    <Popover
      className={styles.popover}
      aria-label={label}
      isOpen
      onOpenChange={(open) => !open && onClose()}
      triggerRef={trigger}
      placement={placement}
      offset={6}
      containerPadding={8}
    >
      {head && <div className={styles.head}>{head}</div>}
      <AriaMenu className={styles.menu} aria-label={label} autoFocus={focus} onClose={onClose}>
        {groups.map((group, index) => (
          <Fragment key={group.id}>
            {index > 0 && group.kind === "actions" && <Separator className={styles.line} />}
            <Group group={group} />
          </Fragment>
        ))}
      </AriaMenu>
    </Popover>
  );
}

function Group({ group }: { group: MenuGroup }) {
  if (group.kind === "actions") {
    const items = group.actions.map(({ id, text, picture, run }) => (
      <MenuItem key={id} id={id} textValue={text} className={styles.item} onAction={run}>
        {picture}
        {text}
      </MenuItem>
    ));
    if (!group.heading) return items;
    return (
      <MenuSection id={group.id}>
        <Header className={styles.group}>{group.heading}</Header>
        {items}
      </MenuSection>
    );
  }
  return (
    <MenuSection
      id={group.id}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[group.value]}
      onSelectionChange={(keys) => {
        for (const key of keys) group.choose(String(key));
      }}
    >
      <Header className={styles.group}>{group.heading}</Header>
      {group.options.map(([value, text]) => (
        <MenuItem key={value} id={value} textValue={text} className={styles.item}>
          <span className={styles.text}>{text}</span>
          {value === group.value && (
            <span className={styles.check}>
              <Icon of={Check} />
            </span>
          )}
        </MenuItem>
      ))}
    </MenuSection>
  );
}
