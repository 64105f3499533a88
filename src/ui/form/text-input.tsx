import { Field, type FieldProps, inputAttributes } from './field.tsx'

export type TextInputProps = FieldProps & {
  value?: string | number | null | undefined
  type?: 'text' | 'email' | 'tel' | 'url' | 'password' | 'search' | 'number' | 'time' | undefined
  inputmode?: 'numeric' | 'decimal' | 'tel' | 'email' | undefined
  autocomplete?: string | undefined
  placeholder?: string | undefined
  maxlength?: number | undefined
  /** As wide as the answer: short 9 rem, medium 20 rem. */
  width?: 'short' | 'medium' | undefined
  prefix?: string | undefined
  suffix?: string | undefined
  readonly?: boolean | undefined
  required?: boolean | undefined
  min?: string | number | undefined
  max?: string | number | undefined
  step?: string | number | undefined
  /** Suggestions; the person may still type something else. */
  suggestions?: readonly string[] | undefined
}

/** One line of text. */
export const TextInput = (props: TextInputProps) => {
  const { value, type = 'text', width, prefix, suffix, suggestions } = props
  const attributes = inputAttributes(props)
  const list = suggestions ? `${attributes.id}-saran` : undefined
  return (
    <Field {...props}>
      <div class="input-group">
        {prefix ? <span class="affix">{prefix}</span> : null}
        <input
          class="input"
          {...attributes}
          type={type}
          value={type === 'password' ? '' : (value ?? '')}
          data-width={width}
          list={list}
          inputmode={props.inputmode}
          autocomplete={props.autocomplete}
          placeholder={props.placeholder}
          maxlength={props.maxlength}
          readonly={props.readonly}
          required={props.required}
          min={props.min}
          max={props.max}
          step={props.step}
        />
        {suffix ? <span class="affix">{suffix}</span> : null}
      </div>
      {suggestions ? (
        <datalist id={list}>
          {suggestions.map((suggestion) => (
            <option value={suggestion}>{suggestion}</option>
          ))}
        </datalist>
      ) : null}
    </Field>
  )
}
