// Data flags of digest g: a code and one structured detail, no free text and no accusation.

import type { FLAG_FIELDS, RaisedFlag } from '../../../domain/catalogue/data-flags.ts';
import { guide } from './guide.ts';

const fields: Record<(typeof FLAG_FIELDS)[number], string> = {
	name: 'Họ tên',
	birth: 'Ngày sinh',
	sex: 'Giới tính',
	address: 'Địa chỉ',
	personalId: 'Số định danh'
};

const sources: Record<RaisedFlag['source'], string> = {
	self: 'Chính người đó nói',
	family: 'Người nhà nói',
	neighbour: 'Hàng xóm nói',
	list: 'Theo danh sách'
};

export const flag = {
	names: guide.dataFlagNames,
	fields,
	sources,
	title: 'Báo dữ liệu cho phường?',
	others: 'Mục khác',
	hint: 'Chỉ chọn mục, không viết lời. Không chụp giấy tờ.',
	field: 'Sai ở mục nào?',
	onCard: 'Ngày sinh trên thẻ',
	onPaper: 'Ngày sinh trên giấy khai sinh',
	source: 'Biết từ đâu?',
	none: 'Không báo gì',
	keep: (count: number) => (count === 0 ? 'Không báo gì' : `Báo ${count} mục`),
	/** `ngày sinh: thẻ 12/11/1994, giấy khai sinh 11/12/1994` (scenario S07). */
	detail: (field: string, onCard: string, onPaper: string) =>
		[
			field.toLowerCase(),
			[onCard && `thẻ ${onCard}`, onPaper && `giấy khai sinh ${onPaper}`].filter(Boolean).join(', ')
		]
			.filter(Boolean)
			.join(': ')
};

export type FlagWords = typeof flag;
