import type { Ref } from "react";

interface FilePickerProps {
  /** Clicked by the button that people see, it opens the browser's own dialog. */
  ref: Ref<HTMLInputElement>;
  /** What tests find it by. */
  testId: string;
  /** Types of the files that may be chosen; any when missing. */
  accept?: string | undefined;
  multiple?: boolean;
  onChoose: (files: readonly File[]) => void;
}

/** Where files are chosen. People never see it: it belongs to a button. */
export const FilePicker = ({ ref, testId, accept, multiple, onChoose }: FilePickerProps) => (
  <input
    ref={ref}
    type="file"
    hidden
    tabIndex={-1}
    aria-hidden="true"
    data-testid={testId}
    accept={accept}
    multiple={multiple}
    onChange={({ target }) => {
      const files = [...(target.files ?? [])];
      if (files.length > 0) onChoose(files);
      // The same file may be chosen again.
      target.value = "";
    }}
  />
);
