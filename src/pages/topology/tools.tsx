import { Download, Layers, LayoutGrid } from 'lucide-react';
import { useT } from '../../i18n/index.ts';
import { download, downloadBlob } from '../../lib/download.ts';
import { toast } from '../../stores/toasts.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import type { Labels } from './labels.ts';
import { drawOn, inksNow, shapesOf, toSvg } from './render.ts';
import { inkNames } from './styles.ts';
import { levels } from './url-state.ts';
import type { TopologyState } from './use-topology.ts';

interface ToolsProps {
  readonly placed: TopologyState;
  readonly labels: Labels;
}

const fileName = 'weft-topology';

/** How deep boxes are open, a new arrangement, and the map as a file. */
export function Tools({ placed, labels }: ToolsProps) {
  const t = useT();
  const { layout, topology, holders, openness } = placed;
  const shapes = () => shapesOf(layout, topology.edges, new Map([...holders].map(([key, holder]) => [key, holder.key])), labels);
  const svg = (): void => download(`${fileName}.svg`, 'image/svg+xml', toSvg(shapes(), layout, inksNow(inkNames), t('topology.map')));
  const png = (): void => {
    const canvas = document.createElement('canvas');
    drawOn(canvas, shapes(), layout, inksNow(inkNames));
    canvas.toBlob((blob) => {
      if (blob) downloadBlob(`${fileName}.png`, blob);
      else toast({ meaning: 'danger', title: t('topology.exportFailed') });
    });
  };
  return (
    <>
      <Menu
        label={t('topology.detail')}
        items={levels.map((level) => ({
          key: String(level),
          label: t(`topology.level.${level}`),
          checked: openness.level === level,
          onSelect: () => openness.openTo(level),
        }))}
        trigger={(trigger) => (
          <Button {...trigger} icon={<Layers aria-hidden="true" className="size-4" />}>
            {t('topology.detail')}
          </Button>
        )}
      />
      <IconButton
        variant="secondary"
        label={t('topology.arrange')}
        icon={<LayoutGrid aria-hidden="true" className="size-4" />}
        onClick={placed.arrangeAnew}
      />
      <Menu
        label={t('topology.export')}
        items={[
          { key: 'svg', label: t('topology.exportSvg'), onSelect: svg },
          { key: 'png', label: t('topology.exportPng'), onSelect: png },
        ]}
        trigger={(trigger) => (
          <Button {...trigger} icon={<Download aria-hidden="true" className="size-4" />}>
            {t('topology.export')}
          </Button>
        )}
      />
    </>
  );
}
