// The page of the province: counts of all wards of one server.

import type { OpenColumn } from '../../../domain/open-figures.ts';

const columns: Record<OpenColumn, string> = {
	households: 'Hộ',
	householdsInformed: 'Hộ đã tuyên truyền',
	registered: 'Người trong danh sách',
	present: 'Có mặt',
	issued: 'Đã cấp',
	activated: 'Đã kích hoạt',
	success: 'Đã kích hoạt và đăng nhập'
};

export const province = {
	title: 'Toàn tỉnh, theo xã, phường',
	lead: 'Mỗi xã, phường tự đếm mười phút một lần. Không có tên ai. Ô dưới 5 được ẩn, cùng những ô mà từ đó tính ra được.',
	ward: 'Xã, phường',
	columns,
	waiting: 'Chờ duyệt',
	phones: 'Máy',
	silent: (days: number) => `Im lặng quá ${days} ngày`,
	at: 'Đếm lúc',
	isStale: 'số cũ',
	staleNote: 'Số cũ: xã, phường này hơn một ngày chưa đếm được. Hỏi nơi quản lý máy chủ.',
	hidden: 'ẩn',
	whole: 'Cộng tất cả',
	none: 'Chưa xã, phường nào đếm. Số đầu tiên có trong mười phút sau khi làm khóa.',
	signIn: 'Xem số liệu toàn tỉnh',
	key: 'Khóa',
	keyHint: 'Một dòng chữ và số, do người quản lý máy chủ đưa.',
	enter: 'Vào xem',
	leave: 'Thoát',
	left: 'Đã thoát.',
	reader: (name: string) => `Người xem: ${name}`
};

type Widen<Value> = Value extends string
	? string
	: Value extends (...parts: infer Parts) => string
		? (...parts: Parts) => string
		: { readonly [Key in keyof Value]: Widen<Value[Key]> };
export type ProvinceWords = Widen<typeof province>;
