import type { FieldProps } from './field-props.ts';
import { ConsentField } from './fields/consent-field.tsx';
import { FileField } from './fields/file-field.tsx';
import { GroupField } from './fields/group-field.tsx';
import { InformationField } from './fields/information-field.tsx';
import { MemberField } from './fields/member-field.tsx';
import { RankingField } from './fields/ranking-field.tsx';
import { ScaleField } from './fields/scale-field.tsx';
import { SlotField } from './fields/slot-field.tsx';

/** Draws the controls of one question, whatever its type. */
export function Field(props: FieldProps) {
  const { question } = props;
  switch (question.type) {
    case 'file':
      return <FileField {...props} question={question} />;
    case 'consent':
      return <ConsentField {...props} question={question} />;
    case 'scale':
      return <ScaleField {...props} question={question} />;
    case 'ranking':
      return <RankingField {...props} question={question} />;
    case 'slot':
      return <SlotField {...props} question={question} />;
    case 'information':
      return <InformationField {...props} question={question} />;
    case 'group':
      return <GroupField {...props} question={question} />;
    default:
      return <MemberField {...props} question={question} />;
  }
}
