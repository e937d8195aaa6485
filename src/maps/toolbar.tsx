/** What stands over a map: search, how near it is looked at, map or list, files and paper. */
import { Download, List, Maximize, Minus, Plus, Workflow } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import type { Scene } from '../../network/maps/scene.ts';
import { useFormats, useT } from '../i18n/index.ts';
import { download } from '../lib/download.ts';
import { typesInto } from '../lib/shortcuts.ts';
import { toast } from '../stores/toasts.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { SearchInput } from '../ui/input.tsx';
import { Menu } from '../ui/menu.tsx';
import { type FileTexts, savePng, saveSvg } from './export.ts';
import { legendStates } from './legend.tsx';
import type { Room } from './use-room.ts';
import { farther, fittingZoom, nearer, useZoom } from './use-zoom.ts';

interface SearchProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Keys of what is found, in the order in which Enter comes to them. */
  readonly found: readonly string[];
  readonly selected: string | null;
  readonly onFind: (key: string) => void;
}

/** `/` leads into the search from anywhere on the page. */
function useSlash(): RefObject<HTMLFormElement | null> {
  const place = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== '/' || event.defaultPrevented || typesInto(event.target) || document.querySelector('dialog:modal')) return;
      place.current?.querySelector('input')?.focus();
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return place;
}

function MapSearch({ text, onText, found, selected, onFind }: SearchProps) {
  const t = useT();
  const place = useSlash();
  const at = selected === null ? -1 : found.indexOf(selected);
  const [first] = found;
  // Enter that comes while the network is still read holds for the first that is found.
  const [awaited, setAwaited] = useState(false);
  useEffect(() => {
    if (!awaited || first === undefined) return;
    setAwaited(false);
    onFind(first);
  }, [awaited, first, onFind]);
  const go = (by: 1 | -1): void => {
    if (first === undefined) setAwaited(text.trim() !== '');
    const next = found[at < 0 && by < 0 ? found.length - 1 : (at + by + found.length) % Math.max(1, found.length)];
    if (next) onFind(next);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    go(event.key === 'ArrowDown' ? 1 : -1);
    event.preventDefault();
  };
  return (
    <>
      <search className="min-w-48 flex-1 md:max-w-80">
        <form
          ref={place}
          onKeyDown={onKeyDown}
          onSubmit={(event) => {
            event.preventDefault();
            go(1);
          }}
        >
          <SearchInput
            label={t('maps.search')}
            aria-keyshortcuts="/"
            value={text}
            onChange={(next) => {
              setAwaited(false);
              onText(next);
            }}
            className="w-full"
          />
        </form>
      </search>
      {text.trim() !== '' && (
        <span role="status" className="text-muted text-xs">
          {found.length === 0 ? t('maps.foundNone') : t('maps.found', { at: at + 1, n: found.length })}
        </span>
      )}
    </>
  );
}

function Zoom({ scene, room }: Pick<ToolbarProps, 'scene' | 'room'>) {
  const t = useT();
  const formats = useFormats();
  const [zoom, set] = useZoom();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is entered
    <div role="group" aria-label={t('maps.zoom')} className="no-print inline-flex items-center">
      <IconButton label={t('maps.zoomOut')} icon={<Minus aria-hidden="true" className="size-4" />} onClick={() => set(farther)} />
      <span role="status" className="w-11 text-center text-muted text-xs">
        {formats.percent(zoom)}
      </span>
      <IconButton label={t('maps.zoomIn')} icon={<Plus aria-hidden="true" className="size-4" />} onClick={() => set(nearer)} />
      <IconButton
        label={t('maps.fit')}
        icon={<Maximize aria-hidden="true" className="size-4" />}
        onClick={() => scene && set(fittingZoom(scene, room))}
      />
    </div>
  );
}

interface ToolbarProps {
  readonly search: SearchProps;
  /** null: not laid out yet. */
  readonly scene: Scene | null;
  readonly room: Room;
  /** What the picture is of: the heading of its file. */
  readonly label: string;
  /** Of the files, without their ending. */
  readonly file: string;
  /** The lines of the picture as a table. */
  readonly csv?: () => string;
  readonly asList: boolean;
  readonly onList: (asList: boolean) => void;
  /** There is no room for the picture. */
  readonly narrow: boolean;
  /** After the search. */
  readonly children?: ReactNode;
}

function Files({ scene, label, file, csv }: Pick<ToolbarProps, 'scene' | 'label' | 'file' | 'csv'>) {
  const t = useT();
  const formats = useFormats();
  const textsOf = (shown: Scene): FileTexts => ({
    title: label,
    time: t('maps.fileTime', { time: formats.dateTime(new Date()) }),
    legend: legendStates(shown).map((state) => ({ state, word: t(`maps.legend.${state}`) })),
  });
  const png = async (): Promise<void> => {
    if (scene && !(await savePng(scene, textsOf(scene), file))) toast({ meaning: 'danger', title: t('maps.exportFailed') });
  };
  return (
    <Menu
      label={t('maps.export')}
      items={[
        { key: 'svg', label: t('maps.exportSvg'), onSelect: () => scene && saveSvg(scene, textsOf(scene), file) },
        { key: 'png', label: t('maps.exportPng'), onSelect: () => void png() },
        ...(csv ? [{ key: 'csv', label: t('maps.exportCsv'), onSelect: () => download(`${file}.csv`, 'text/csv', csv()) }] : []),
        { key: 'print', label: t('maps.print'), onSelect: () => window.print() },
      ]}
      trigger={(trigger) => (
        <Button {...trigger} icon={<Download aria-hidden="true" className="size-4" />}>
          {t('maps.export')}
        </Button>
      )}
    />
  );
}

export function MapToolbar({ search, scene, room, label, file, csv, asList, onList, narrow, children }: ToolbarProps) {
  const t = useT();
  return (
    <div className={cx('flex flex-wrap items-center gap-2', search.text === '' && 'no-print')}>
      <MapSearch {...search} />
      {children}
      <span className="flex-1" />
      {!narrow && (
        <>
          {!asList && <Zoom scene={scene} room={room} />}
          <Button
            icon={asList ? <Workflow aria-hidden="true" className="size-4" /> : <List aria-hidden="true" className="size-4" />}
            onClick={() => onList(!asList)}
          >
            {asList ? t('maps.asMap') : t('maps.asList')}
          </Button>
          <Files scene={scene} label={label} file={file} {...(csv ? { csv } : {})} />
        </>
      )}
    </div>
  );
}
