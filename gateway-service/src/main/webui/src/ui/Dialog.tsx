import type { CSSProperties, ReactNode } from "react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import styles from "./Dialog.module.css";

/** Over everything, with the focus kept inside; Esc or a press beside it closes it, and the focus goes back. */
export function Dialog(props: { label: string; width?: number; onClose: () => void; children: ReactNode }) {
  const { label, width, onClose, children } = props;
  const style = width ? ({ "--width": `${width}px` } as CSSProperties) : undefined;
  return (
    <ModalOverlay isOpen isDismissable className={styles.scrim} onOpenChange={(open) => !open && onClose()}>
      <Modal className={styles.frame} {...(style ? { style } : {})}>
        <AriaDialog className={styles.dialog} aria-label={label}>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

export function DialogHead({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <header className={styles.head}>
      <h2>{title}</h2>
      {children}
    </header>
  );
}
