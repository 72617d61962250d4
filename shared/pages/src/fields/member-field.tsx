import type { MemberQuestion } from '@guichet/catalogue';
import type { FieldProps } from '../field-props.ts';
import { AddressField } from './address-field.tsx';
import { ChoiceField } from './choice-field.tsx';
import { DateField } from './date-field.tsx';
import { PersonField } from './person-field.tsx';
import { PlaceField } from './place-field.tsx';
import { TextField } from './text-field.tsx';

/** Draws the controls of a question that may stand alone or in a group's entry. */
export function MemberField(props: FieldProps & { question: MemberQuestion }) {
  const { question } = props;
  switch (question.type) {
    case 'choice':
    case 'choices':
    case 'yes-no':
      return <ChoiceField {...props} question={question} />;
    case 'date':
      return <DateField {...props} question={question} />;
    case 'address':
      return <AddressField {...props} question={question} />;
    case 'place':
      return <PlaceField {...props} question={question} />;
    case 'person':
      return <PersonField {...props} question={question} />;
    default:
      return <TextField {...props} question={question} />;
  }
}
