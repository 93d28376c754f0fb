import { type ReactNode, type RefObject, useRef, useState } from "react";
import type { Placement } from "react-aria/useOverlayPosition";
import { Pressable } from "./Button";
import styles from "./Menu.module.css";
import { part } from "./part";

export interface MenuAction {
  id: string;
  text: string;
  /** A picture before the text. */
  picture?: ReactNode;
  run: () => void;
}

/** What a menu offers: things to do, or a choice of which one holds. Each group may have a heading. */
export type MenuGroup =
  | { kind: "actions"; id: string; heading?: string; actions: readonly MenuAction[] }
  | {
      kind: "choice";
      id: string;
      heading: string;
      value: string;
      options: readonly (readonly [value: string, text: string])[];
      choose: (value: string) => void;
    };

/** A menu that is open: beside what, and how it began. */
export interface OpenMenu {
  label: string;
  trigger: RefObject<HTMLButtonElement | null>;
  placement: Placement;
  focus: "first" | "last";
  onClose: () => void;
}

interface MenuProps {
  /** The accessible name of button and menu. */
  label: string;
  /** What is seen of the button. */
  face: ReactNode;
  className?: string | undefined;
  placement: Placement;
  /** What it offers; or the part of the page that knows that, which is loaded with the first need as the menu itself is. */
  offers: readonly MenuGroup[] | { show: (menu: OpenMenu) => ReactNode; preload: () => void };
}

const MenuList = part(() => import("./MenuList").then(({ MenuList }) => MenuList));

/** A button with a menu: arrows, Home, End and letters move, Esc gives the focus back. The menu is loaded with the first need. */
export function Menu({ label, face, className, placement, offers }: MenuProps) {
  const [open, setOpen] = useState<false | "first" | "last">(false);
  const trigger = useRef<HTMLButtonElement>(null);
  const ownPart = "show" in offers ? offers : null;
  const preload = () => (ownPart ?? MenuList).preload();
  const menu = open && { label, trigger, placement, focus: open, onClose: () => setOpen(false) };
  return (
    <>
      <Pressable
        ref={trigger}
        className={className}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open !== false}
        onHoverStart={preload}
        onFocus={preload}
        onPress={() => setOpen("first")}
        onKeyDown={(event) => {
          if (event.key === "ArrowDown") setOpen("first");
          else if (event.key === "ArrowUp") setOpen("last");
          else event.continuePropagation();
        }}
      >
        <span className="sr">{label}</span>
        <span aria-hidden="true" className={styles.face}>
          {face}
        </span>
      </Pressable>
      {menu && ("show" in offers ? offers.show(menu) : <MenuList {...menu} groups={offers} />)}
    </>
  );
}
