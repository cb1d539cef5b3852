// 16 utilities of VNeID by level (digest c.3) and the 11 video topics (digest c.4).

import type { Article } from '../../lib/domain/content.ts';
import { article, at } from '../write.ts';

const LIST = [at('004', 'L1'), at('004', 'L3')];

const ROWS: readonly (readonly [code: string, level: 1 | 2, title: string, usefulFor: string])[] = [
	['U1', 1, 'Thông tin cá nhân từ dữ liệu dân cư', 'Ai cần xem lại họ tên, ngày sinh của mình có đúng không'],
	['U2', 1, 'Đăng nhập dịch vụ công bằng một tài khoản', 'Ai nộp hồ sơ trên mạng'],
	['U3', 1, 'Thông báo lưu trú', 'Nhà có khách, chủ nhà trọ'],
	['U4', 1, 'Phản ánh, kiến nghị về an ninh trật tự', 'Ai muốn báo việc cho Công an'],
	[
		'U5',
		1,
		'Thông báo: kết quả khai sinh, khai tử liên thông; thẻ sắp hết hạn; chúc mừng sinh nhật',
		'Ai hay quên ngày hết hạn thẻ'
	],
	['U6', 1, 'Tin tức, cảnh báo thủ đoạn tội phạm', 'Người lớn tuổi, người ở nhà một mình'],
	['U7', 1, 'Chia sẻ dữ liệu: xuất trình, mã QR căn cước, mã QR định danh', 'Ai quên mang thẻ'],
	['U8', 1, 'Đổi số điện thoại trực tuyến', 'Ai mới đổi SIM'],
	['U9', 1, 'Xác thực khi đổi thiết bị đăng nhập', 'Ai mới mua máy'],
	['U10', 2, 'Thông tin cư trú (thay sổ hộ khẩu)', 'Ai bị đòi sổ hộ khẩu'],
	['U11', 2, 'Thẻ căn cước mới nhất và lịch sử CCCD, CMND', 'Ai cần chứng minh số CMND cũ'],
	['U12', 2, 'Người phụ thuộc: con dưới 14 tuổi, người được giám hộ', 'Cha mẹ, người giám hộ'],
	['U13', 2, 'Giấy phép lái xe, đăng ký xe', 'Người đi xe'],
	['U14', 2, 'Thẻ BHYT', 'Người đi khám bệnh'],
	['U15', 2, 'Quá trình tham gia BHXH', 'Công nhân, người sắp nghỉ hưu'],
	['U16', 2, 'Lịch sử khám chữa bệnh (Sổ sức khỏe điện tử)', 'Người bệnh mạn tính, người cao tuổi']
];

const VIDEOS: readonly (readonly [number: number, title: string, obsolete?: string])[] = [
	[1, 'Đăng ký, cấp đổi, cấp lại đăng ký xe, biển số'],
	[2, 'Cấp thẻ căn cước trực tuyến'],
	[3, 'Đăng ký mẫu con dấu'],
	[4, 'Hồ sơ cấp, đổi hộ chiếu qua mạng'],
	[5, 'Đăng ký tài khoản cổng dịch vụ công Bộ Công an', 'Tài khoản này không còn lập nữa; nay đăng nhập bằng VNeID.'],
	[6, 'Nộp hồ sơ đăng ký tạm trú'],
	[7, 'Nộp hồ sơ đăng ký thường trú'],
	[8, 'Khai báo tạm vắng'],
	[9, 'Thông báo lưu trú'],
	[10, 'Đăng ký mẫu con dấu qua dịch vụ công'],
	[11, 'Giấy chứng nhận đủ điều kiện về an ninh, trật tự']
];

export const UTILITY_ARTICLES: readonly Article[] = [
	article(
		'handbook',
		{
			id: 'utilities',
			title: 'Mức nào dùng được tiện ích gì',
			summary: 'Mức 1 có 9 tiện ích, mức 2 thêm 7. Nay đã hơn 50 tiện ích.',
			since: '2024-01-31',
			from: [
				...LIST,
				at('web', 'cafef 188260304130914905; suckhoedoisong 172251112152846548; cafef 18826030214023954')
			],
			keywords: ['tiện ích', 'mức 1', 'mức 2', 'dùng được gì']
		},
		'Danh sách tháng 01/2024: 9 tiện ích ở mức 1 và 7 tiện ích nữa ở mức 2. Đến 03/2026 đã có hơn 50 tiện ích.',
		[
			'Bản 11/2025 thêm: hộ chiếu, lý lịch tư pháp, học bạ người phụ thuộc, truy xuất nguồn gốc.',
			'Bản 03/2026 thêm: định danh cho người dưới 14 tuổi, giấy chứng nhận nhà đất, vé metro, hộ chiếu phổ thông.'
		],
		'Người dân cần gì thì chỉ đúng tiện ích đó; không kể hết.'
	),
	...ROWS.map(([code, level, title, usefulFor]) =>
		article(
			'utility',
			{
				id: `utility-${code.toLowerCase()}`,
				title,
				summary: usefulFor,
				since: '2024-01-31',
				from: LIST,
				facts: { code, level, usefulFor }
			},
			`Có ở mức ${level}. Dùng khi: ${usefulFor.charAt(0).toLowerCase()}${usefulFor.slice(1)}.`
		)
	),
	...VIDEOS.map(([number, title, obsolete]) =>
		article(
			'video',
			{
				id: `video-${number}`,
				title,
				since: '2022-05-19',
				from: [at('001', 'L')],
				facts: { number, shelf: obsolete ? 'obsolete' : 'wanted' },
				...(obsolete ? { until: '2024-06-30', status: 'historical' as const, successor: 'P6-portal-sign-in' } : {})
			},
			obsolete ?? 'Tài liệu cũ không còn giữ đường dẫn. Phường gắn tệp hoặc đường dẫn của mình vào đây.'
		)
	)
];
