// Words of the province's page, in the language of whoever reads it.

import { province as english } from '../words/en/province.ts';
import { province as vietnamese, type ProvinceWords } from '../words/vi/province.ts';
import { getDeskWords } from './desk-words.ts';

export function getProvinceWords(): () => ProvinceWords {
	const desk = getDeskWords();
	return () => (desk().language === 'en' ? english : vietnamese);
}
