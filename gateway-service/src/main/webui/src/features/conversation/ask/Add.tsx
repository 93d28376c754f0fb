import { Plus } from "lucide-react";
import { Button } from "../../../ui/Button";
import { Icon } from "../../../ui/Icon";

/** Makes room for one more. */
export const Add = ({ label, onAdd }: { label: string; onAdd: () => void }) => (
  <Button small onPress={onAdd}>
    <Icon of={Plus} size={14} />
    {label}
  </Button>
);
