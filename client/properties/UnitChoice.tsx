import { Group, Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ReportUnit } from '#shared/money/reportUnit.ts';

type Props = { value: ReportUnit; onChange(unit: ReportUnit): void };

/** In what a report prints its amounts, each way with the same amount as an example. */
export function UnitChoice({ value, onChange }: Props) {
  const { t } = useTranslation('properties');
  return (
    <Radio.Group
      label={t('unit.label')}
      description={t('unit.hint')}
      value={value}
      onChange={(chosen) => onChange(ReportUnit.parse(chosen))}
    >
      <Group gap={24} mt={8}>
        {ReportUnit.options.map((unit) => (
          <Radio key={unit} value={unit} label={t(`unit.${unit}`)} />
        ))}
      </Group>
    </Radio.Group>
  );
}
