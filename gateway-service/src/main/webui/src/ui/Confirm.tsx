import { Button } from "./Button";
import styles from "./Confirm.module.css";
import { Dialog } from "./Dialog";

/** Asks before something that others notice. */
export function Confirm(props: {
  title: string;
  text: string;
  confirm: string;
  cancel: string;
  onConfirm: () => void;
  onClose: () => void;
}) {
  return (
    <Dialog label={props.title} onClose={props.onClose}>
      <div className={styles.confirm}>
        <h2>{props.title}</h2>
        <p>{props.text}</p>
        <footer>
          <Button onPress={props.onClose}>{props.cancel}</Button>
          <Button
            variant="primary"
            autoFocus
            onPress={() => {
              props.onClose();
              props.onConfirm();
            }}
          >
            {props.confirm}
          </Button>
        </footer>
      </div>
    </Dialog>
  );
}
