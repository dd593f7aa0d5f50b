// A button that asks for one file.
import { useRef } from 'preact/hooks';

interface Props {
  readonly name: string;
  readonly accept: string;
  readonly testId: string;
  readonly small?: boolean;
  readonly disabled?: boolean;
  readonly onPick: (file: File) => void;
}

export function PickFile({ name, accept, testId, small = false, disabled = false, onPick }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class={small ? 'button small' : 'button'} disabled={disabled} onClick={() => input.current?.click()}>
        {name}
      </button>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        aria-label={name}
        data-testid={testId}
        onChange={(event) => {
          const { currentTarget } = event;
          const file = currentTarget.files?.[0];
          if (file) onPick(file);
          // So that picking the same file again is noticed.
          currentTarget.value = '';
        }}
      />
    </>
  );
}
